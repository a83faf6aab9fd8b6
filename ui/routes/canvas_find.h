#pragma once

#include "ui/widgets/fields.h"

namespace gatehouse::ui {

class CanvasView;

/// "Find on canvas": the nodes whose name, address or path holds the text, with their count. Enter goes to
/// the next, Shift+Enter to the one before, Esc back to the canvas.
class CanvasFind : public FilterEdit
{
    Q_OBJECT
public:
    explicit CanvasFind(CanvasView& canvas, QWidget* parent = nullptr);
    void begin(); ///< takes the focus with its text selected

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QStringList found() const; ///< in reading order
    void go(int by);
    void showCount();

    CanvasView& canvas_;
};

} // namespace gatehouse::ui
