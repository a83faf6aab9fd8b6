#pragma once

#include <QObject>
#include <QRect>

class QLabel;
class QToolButton;
class QWidget;

namespace gatehouse::ui {

class CanvasView;

/// What lies over a canvas and doesn't scroll with it: column headings, zoom controls, the minimap (above 50
/// nodes) and the focus ring. Children of the view, beside its viewport.
class CanvasOverlay : public QObject
{
    Q_OBJECT
public:
    static constexpr int minimapFromNodes = 51;

    explicit CanvasOverlay(CanvasView& view);
    void place(const QRect& area); ///< the viewport's place in the view
    void refresh();                ///< zoom, scrolling or nodes changed
    void setFocusShown(bool shown);

private:
    QWidget* makeZoomBar();

    CanvasView& view_;
    QToolButton* percent_ = nullptr; // before zoomBar_, whose making sets it
    QWidget* headings_;
    QWidget* zoomBar_;
    QWidget* minimap_;
    QWidget* ring_;
};

} // namespace gatehouse::ui
