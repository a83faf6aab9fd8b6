#pragma once

#include <QString>

namespace gatehouse::ui {

/// What a field means, by its pointer inside the node: the text behind "What's this?" and F1. Empty where
/// there is none.
QString fieldHelp(const QString& pointer);

} // namespace gatehouse::ui
