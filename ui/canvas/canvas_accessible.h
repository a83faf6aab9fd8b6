#pragma once

class QString;

namespace gatehouse::ui {

class CanvasView;

/// A QGraphicsView is empty to a screen reader. This factory gives a CanvasView its nodes (in reading order)
/// and then its edges as children: role Graphic, a name such as "Route catalog, /catalog, Serving, 528/s",
/// rectangle on screen, selectable, selected, focused; "press" activates. Call once or often.
void installCanvasAccessibility();

/// Tells assistive programs that the focus is on this node or edge now.
void announceCanvasFocus(CanvasView& view, const QString& key);

} // namespace gatehouse::ui
