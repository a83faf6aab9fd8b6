#pragma once

#include <QString>

namespace gatehouse::ui {

/// What the items of one canvas share with their view: how much they show and what is under way.
struct CanvasLook {
    double zoom = 1;
    bool live = true;     ///< numbers and moving dots
    double travelled = 0; ///< scene units that the dots have moved since the start
    bool dots = false;
    QString hovered;    ///< node whose port shows
    QString dropTarget; ///< node that would take what is dragged
};

} // namespace gatehouse::ui
