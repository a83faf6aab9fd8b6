#pragma once

#include <QString>

namespace gatehouse::console {

/// Installs the translations of "en" or "zh_CN"; empty = the system's language where there is one, else
/// English. Widgets made afterwards speak it.
void useLanguage(const QString& language);

} // namespace gatehouse::console
