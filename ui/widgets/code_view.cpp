#include "ui/widgets/code_view.h"

#include "ui/widgets/json_colors.h"
#include "ui/widgets/line_index.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace gatehouse::ui
{

/// Positions are columns of a fixed-pitch grid; a wide (CJK) character keeps the text font's own advance
/// inside its run, so hit tests on such lines are approximate.
struct CodeView::Private {
    LineIndex index;
    Language language = Language::plain;
    bool numbers = true;
    qsizetype anchor = 0;
    qsizetype cursor = 0;
    QVector<qsizetype> hits;
    int hit = -1;
    int needle = 0;
    QFont font;
    qreal advance = 8;
    int lineHeight = 16;
    int ascent = 12;

    void measure()
    {
        font = theme().font(TextStyle::code);
        const QFontMetricsF metrics(font);
        advance = metrics.horizontalAdvance(QLatin1Char('0'));
        lineHeight = int(std::ceil(metrics.height() * 1.15));
        ascent = int(metrics.ascent() + (lineHeight - metrics.height()) / 2);
    }
    int gutter() const
    {
        if (!numbers)
            return 8;
        const int digits = std::max(2, int(QString::number(index.lineCount()).size()));
        return int(digits * advance) + 22;
    }
};

CodeView::CodeView(QWidget* parent) : QAbstractScrollArea(parent), d_(std::make_unique<Private>())
{
    d_->measure();
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("Text"));
    connect(&theme(), &Theme::changed, this, [this] {
        d_->measure();
        viewport()->update();
    });
}

CodeView::~CodeView() = default;

void CodeView::setText(const QString& text, Language language)
{
    d_->index.setText(text);
    d_->language = language;
    d_->anchor = d_->cursor = 0;
    d_->hits.clear();
    d_->hit = -1;
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    setAccessibleDescription(text.left(2000));
    resizeEvent(nullptr);
    viewport()->update();
}

QString CodeView::text() const
{
    return d_->index.text();
}

int CodeView::lineCount() const
{
    return d_->index.lineCount();
}

void CodeView::setLineNumbers(bool shown)
{
    d_->numbers = shown;
    viewport()->update();
}

void CodeView::resizeEvent(QResizeEvent*)
{
    const int rows = std::max(1, viewport()->height() / d_->lineHeight);
    verticalScrollBar()->setPageStep(rows);
    verticalScrollBar()->setRange(0, std::max(0, d_->index.lineCount() - rows));
    const int columns = std::max(1, int((viewport()->width() - d_->gutter()) / d_->advance));
    horizontalScrollBar()->setPageStep(columns);
    horizontalScrollBar()->setSingleStep(4);
    horizontalScrollBar()->setRange(0, std::max(0, d_->index.longestLine() + 2 - columns));
}

void CodeView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme().color(Role::base));
    painter.setFont(d_->font);
    const int gutter = d_->gutter();
    const int firstColumn = horizontalScrollBar()->value();
    const int columns = int((viewport()->width() - gutter) / d_->advance) + 2;
    const qsizetype from = std::min(d_->anchor, d_->cursor);
    const qsizetype to = std::max(d_->anchor, d_->cursor);

    int y = 0;
    for (int n = verticalScrollBar()->value(); n < d_->index.lineCount() && y < viewport()->height(); ++n) {
        const QStringView line = d_->index.line(n);
        const int begin = std::min(firstColumn, int(line.size()));
        const int end = std::min(int(line.size()), firstColumn + columns);
        const qsizetype base = d_->index.start(n);
        const auto xOf = [&](qsizetype column) { return gutter + (column - firstColumn) * d_->advance; };
        painter.save();
        painter.setClipRect(QRectF(gutter - 2, y, viewport()->width(), d_->lineHeight));
        if (to > base && from <= base + line.size()) {
            const qsizetype a = std::max(from, base) - base;
            const qsizetype b = std::min(to - base, line.size() + 1);
            painter.fillRect(QRectF(xOf(a), y, (b - a) * d_->advance, d_->lineHeight),
                             theme().color(Role::selection));
        }
        const auto run = [&](int a, int b, const QColor& color) {
            painter.setPen(color);
            painter.drawText(QPointF(xOf(a), y + d_->ascent), line.mid(a, b - a).toString());
        };
        int done = begin;
        if (d_->language == Language::json) {
            for (const JsonSpan& span : jsonSpans(line, begin, end)) {
                if (span.from > done)
                    run(done, span.from, jsonColor(JsonKind::mark));
                run(span.from, span.from + span.length, jsonColor(span.kind));
                done = span.from + span.length;
            }
        }
        if (done < end)
            run(done, end, theme().color(d_->language == Language::json ? Role::textSecondary : Role::text));
        painter.restore();
        if (d_->numbers) {
            painter.setPen(theme().color(Role::textSecondary));
            painter.drawText(QRectF(0, y, gutter - 12, d_->lineHeight), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(n + 1));
        }
        y += d_->lineHeight;
    }
}

int CodeView::find(const QString& text)
{
    d_->hits = d_->index.hits(text);
    d_->needle = int(text.size());
    d_->hit = -1;
    if (!d_->hits.isEmpty())
        findNext();
    else
        viewport()->update();
    return int(d_->hits.size());
}

void CodeView::findNext(bool backwards)
{
    const int count = int(d_->hits.size());
    if (count == 0)
        return;
    d_->hit = d_->hit < 0 ? 0 : (d_->hit + (backwards ? count - 1 : 1)) % count;
    d_->anchor = d_->hits[d_->hit];
    d_->cursor = d_->anchor + d_->needle;
    const int line = d_->index.lineAt(d_->anchor);
    goToLine(line + 1, int(d_->anchor - d_->index.start(line)) + 1);
}

QString CodeView::selectedText() const
{
    return d_->index.text().mid(std::min(d_->anchor, d_->cursor), std::abs(d_->anchor - d_->cursor));
}

void CodeView::goToLine(int line, int column)
{
    verticalScrollBar()->setValue(std::max(0, line - 1 - verticalScrollBar()->pageStep() / 2));
    const int page = horizontalScrollBar()->pageStep();
    const int left = horizontalScrollBar()->value();
    if (column < left || column > left + page - 8)
        horizontalScrollBar()->setValue(std::max(0, column - page / 2));
    viewport()->update();
}

static qsizetype offsetAt(const LineIndex& index, int line, qreal column)
{
    line = std::clamp(line, 0, index.lineCount() - 1);
    return index.start(line) +
           std::clamp(qsizetype(std::lround(column)), qsizetype(0), index.line(line).size());
}

void CodeView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF at = event->position();
    d_->cursor = offsetAt(d_->index, verticalScrollBar()->value() + int(at.y()) / d_->lineHeight,
                          horizontalScrollBar()->value() + (at.x() - d_->gutter()) / d_->advance);
    if (!(event->modifiers() & Qt::ShiftModifier))
        d_->anchor = d_->cursor;
    viewport()->update();
}

void CodeView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const QPointF at = event->position();
    if (at.y() < 0)
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
    else if (at.y() > viewport()->height())
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    d_->cursor = offsetAt(d_->index, verticalScrollBar()->value() + int(at.y()) / d_->lineHeight,
                          horizontalScrollBar()->value() + (at.x() - d_->gutter()) / d_->advance);
    viewport()->update();
}

void CodeView::mouseDoubleClickEvent(QMouseEvent*)
{
    const QString& text = d_->index.text();
    const auto isWord = [&](qsizetype i) {
        return i >= 0 && i < text.size() && (text[i].isLetterOrNumber() || text[i] == QLatin1Char('_'));
    };
    while (isWord(d_->anchor - 1))
        --d_->anchor;
    while (isWord(d_->cursor))
        ++d_->cursor;
    viewport()->update();
}

void CodeView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (d_->anchor != d_->cursor)
            QGuiApplication::clipboard()->setText(selectedText());
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        d_->anchor = 0;
        d_->cursor = d_->index.text().size();
        viewport()->update();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return;
    case Qt::Key_Right:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return;
    case Qt::Key_Home:
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMinimum);
        return;
    case Qt::Key_End:
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMaximum);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void CodeView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    QAction* copy =
        menu.addAction(tr("&Copy"), this, [this] { QGuiApplication::clipboard()->setText(selectedText()); });
    copy->setEnabled(d_->anchor != d_->cursor);
    menu.addAction(tr("Copy &all"), this, [this] { QGuiApplication::clipboard()->setText(text()); });
    menu.exec(event->globalPos());
}

void CodeView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace gatehouse::ui
