#include "ui/widgets/text_editor.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/json_colors.h"
#include "ui/widgets/json_tokens.h"

#include <QPainter>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace gatehouse::ui
{

namespace
{

class JsonHighlighter : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString& text) override
    {
        constexpr int longest = 20'000;
        for (const JsonSpan& span : jsonSpans(text, 0, std::min(int(text.size()), longest)))
            setFormat(span.from, span.length, jsonColor(span.kind));
    }
};

class Margin : public QWidget
{
public:
    explicit Margin(TextEditor* editor) : QWidget(editor), editor_(editor) {}
    QSize sizeHint() const override { return {editor_->marginWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { editor_->paintMargin(event); }

private:
    TextEditor* editor_;
};

} // namespace

TextEditor::TextEditor(QWidget* parent) : QPlainTextEdit(parent), margin_(new Margin(this))
{
    setFont(theme().font(TextStyle::code));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setTabStopDistance(fontMetrics().horizontalAdvance(QLatin1Char(' ')) * 2);
    const auto refit = [this] { setViewportMargins(marginWidth(), 0, 0, 0); };
    connect(this, &QPlainTextEdit::blockCountChanged, this, refit);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy)
            margin_->scroll(0, dy);
        else
            margin_->update(0, rect.y(), margin_->width(), rect.height());
    });
    connect(&theme(), &Theme::changed, this, [this] {
        if (highlighter_)
            highlighter_->rehighlight();
        margin_->update();
    });
    refit();
}

void TextEditor::setJson(bool json)
{
    delete highlighter_;
    highlighter_ = json ? new JsonHighlighter(document()) : nullptr;
}

void TextEditor::setLineNumbers(bool shown)
{
    numbers_ = shown;
    margin_->setVisible(shown);
    setViewportMargins(marginWidth(), 0, 0, 0);
}

void TextEditor::setMarks(const QMap<int, State>& lines)
{
    marks_ = lines;
    margin_->update();
}

void TextEditor::goToLine(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(std::max(0, line - 1));
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::min(std::max(0, column - 1), block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
    setFocus();
}

int TextEditor::marginWidth() const
{
    if (!numbers_)
        return 0;
    const int digits = std::max(2, int(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(QLatin1Char('9')) * digits + 34;
}

void TextEditor::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect inside = contentsRect();
    margin_->setGeometry(inside.left(), inside.top(), marginWidth(), inside.height());
}

void TextEditor::paintMargin(QPaintEvent* event)
{
    QPainter painter(margin_);
    painter.fillRect(event->rect(), theme().color(Role::window));
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    const int lineHeight = fontMetrics().height();
    while (block.isValid() && top <= event->rect().bottom()) {
        const int number = block.blockNumber() + 1;
        if (const auto mark = marks_.constFind(number); mark != marks_.constEnd())
            paintIcon(painter, QRectF(4, top + (lineHeight - 14) / 2.0, 14, 14), stateIconName(*mark),
                      stateRole(*mark));
        painter.setPen(theme().color(Role::textSecondary));
        painter.drawText(QRectF(0, top, margin_->width() - 10, lineHeight), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(number));
        top += blockBoundingRect(block).height();
        block = block.next();
    }
}

} // namespace gatehouse::ui
