#pragma once

#include "ui/widgets/json_tokens.h"
#include "ui/widgets/theme.h"

namespace gatehouse::ui
{

/// Names stand out, strings are green, numbers and words keep the text role (colour is spent on state).
inline QColor jsonColor(JsonKind kind)
{
    switch (kind) {
    case JsonKind::name:
        return theme().color(Role::text);
    case JsonKind::string:
        return theme().color(Role::ok);
    case JsonKind::number:
    case JsonKind::word:
        return theme().color(Role::accentText);
    case JsonKind::mark:
        break;
    }
    return theme().color(Role::textSecondary);
}

} // namespace gatehouse::ui
