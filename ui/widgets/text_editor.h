#pragma once

#include "ui/widgets/theme.h"

#include <QMap>
#include <QPlainTextEdit>

class QSyntaxHighlighter;

namespace gatehouse::ui
{

/// Editable code with line numbers and JSON colours: the workspace's text (up to some MB), request bodies.
class TextEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TextEditor(QWidget* parent = nullptr);
    void setJson(bool json);
    void setLineNumbers(bool shown);
    void setMarks(const QMap<int, State>& lines); ///< line from 1 → state, drawn in the margin
    void goToLine(int line, int column = 1);
    int marginWidth() const;
    void paintMargin(QPaintEvent* event);

protected:
    void resizeEvent(QResizeEvent*) override;

private:
    QWidget* margin_;
    QSyntaxHighlighter* highlighter_ = nullptr;
    QMap<int, State> marks_;
    bool numbers_ = true;
};

} // namespace gatehouse::ui
