#pragma once

#include <QCoreApplication>

namespace gatehouse::ui {

/// Translates the words of this room's free functions; lupdate files them under the namespace.
inline QString tr(const char* text, const char* disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate("gatehouse::ui", text, disambiguation, n);
}

} // namespace gatehouse::ui
