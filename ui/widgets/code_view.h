#pragma once

#include "ui/widgets/theme.h"

#include <QAbstractScrollArea>

#include <memory>

namespace gatehouse::ui
{

/// Read-only text over a line index: line numbers, JSON colours, find with a count, selection and copy. Only
/// what is visible is laid out, and a long line only in its visible part, so 50 MB or a single line of 5 MB
/// open at once. Editing text is another widget (TextEditor).
class CodeView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    enum class Language { plain, json };

    explicit CodeView(QWidget* parent = nullptr);
    ~CodeView() override;

    void setText(const QString& text, Language language = Language::plain);
    QString text() const;
    int lineCount() const;
    void setLineNumbers(bool shown);

    int find(const QString& text); ///< number of hits (without case), selects the first; 0 = none
    void findNext(bool backwards = false);
    QString selectedText() const;
    void goToLine(int line, int column = 1); ///< from 1

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void contextMenuEvent(QContextMenuEvent*) override;
    void changeEvent(QEvent*) override;

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

} // namespace gatehouse::ui
