#include "ui/shell/problem_place.h"

#include "engine/workspace/keys.h"

namespace gatehouse::ui {

Place placeOf(const workspace::Workspace& workspace, const std::string& pointer)
{
    const auto key = workspace::nodeAt(workspace, pointer);
    if (!key)
        return {};
    const std::string base = workspace::pointerOf(workspace, *key);
    const bool inside = pointer.size() > base.size() && pointer.compare(0, base.size(), base) == 0;
    return {QString::fromStdString(key->text()),
            inside ? QString::fromStdString(pointer.substr(base.size() + 1)) : QString()};
}

} // namespace gatehouse::ui
