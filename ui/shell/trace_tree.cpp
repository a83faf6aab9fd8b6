#include "ui/shell/trace_tree.h"

#include "ui/shell/trace_text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/numbers.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>


namespace gatehouse::ui {

namespace {

constexpr int stepRole = Qt::UserRole; ///< index of the step in its trace
constexpr int passedRole = Qt::UserRole + 1;
constexpr int iconWidth = metrics::iconSmall + 6;
constexpr int margin = 4;
constexpr int leastRowHeight = 22;
constexpr int roomForWords = 400;

State stateOf(const api::TraceStep& step)
{
    if (step.verdict == "ok")
        return State::ok;
    if (step.verdict == "failed")
        return State::error;
    return step.verdict == "refused" ? State::warning : State::off;
}

/// Paths and names stay whole: a line breaks between words, not after "/" or "-".
QString wrapped(QString sentence)
{
    const QChar joiner(0x2060);
    return sentence.replace(u'/', u'/' + joiner).replace(u'-', u'-' + joiner);
}

/// Wraps the sentence in the width that its column has; QTreeView asks for heights without telling a width.
class SentenceDelegate : public QStyledItemDelegate
{
public:
    explicit SentenceDelegate(QTreeWidget* tree) : QStyledItemDelegate(tree), tree_(tree) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem own = option;
        initStyleOption(&own, index);
        const int depth = index.parent().isValid() ? 1 : 0;
        const int width =
            tree_->header()->sectionSize(0) - depth * tree_->indentation() - iconWidth - 2 * margin;
        const int height =
            own.fontMetrics
                .boundingRect(QRect(0, 0, std::max(width, 60), 10'000), Qt::TextWordWrap, wrapped(own.text))
                .height();
        return {60, std::max(leastRowHeight, height + 5)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem own = option;
        initStyleOption(&own, index);
        const QString sentence = wrapped(std::exchange(own.text, QString()));
        const QIcon verdict = std::exchange(own.icon, QIcon());
        own.features.setFlag(QStyleOptionViewItem::HasDecoration, false);
        own.widget->style()->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
        const QRect line(own.rect.left() + margin, own.rect.top() + 3, metrics::iconSmall,
                         metrics::iconSmall);
        verdict.paint(painter, line);
        painter->setFont(own.font);
        painter->setPen(theme().color(index.data(passedRole).toBool() ? Role::textSecondary : Role::text));
        painter->drawText(own.rect.adjusted(margin + iconWidth, 2, -margin, -2),
                          Qt::TextWordWrap | Qt::AlignTop, sentence);
    }

private:
    QTreeWidget* tree_;
};

} // namespace

TraceTree::TraceTree(QWidget* parent) : QTreeWidget(parent)
{
    setAccessibleName(tr("Decision trace"));
    setColumnCount(2);
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setIndentation(metrics::group);
    setRootIsDecorated(false);
    setUniformRowHeights(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegateForColumn(0, new SentenceDelegate(this));
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(24);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(header(), &QHeaderView::sectionResized, this, &TraceTree::scheduleDelayedItemsLayout);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        const QVariant step = item == nullptr ? QVariant() : item->data(0, stepRole);
        Q_EMIT stepChosen(step.isValid() ? step.toInt() : -1);
    });
    connect(&theme(), &Theme::changed, this, &TraceTree::dressRows);
}

void TraceTree::showTrace(const api::DecisionTrace& trace)
{
    const QSignalBlocker quiet(this);
    clear();
    QTreeWidgetItem* route = nullptr;
    for (int i = 0; i < int(trace.steps.size()); ++i) {
        const api::TraceStep& step = trace.steps[std::size_t(i)];
        const bool passed = step.verdict == "passedOver";
        auto* row = passed && route != nullptr ? new QTreeWidgetItem(route) : new QTreeWidgetItem(this);
        if (step.kind == "route")
            route = row;
        const auto state = stateOf(step);
        row->setIcon(0, icon(stateIconName(state), stateRole(state)));
        row->setText(0, traceText(step));
        row->setToolTip(0, row->text(0));
        if (passed) {
            row->setData(0, Qt::AccessibleTextRole, tr("%1, passed over").arg(row->text(0)));
        } else {
            if (step.at_ms > 0) { // a forecast has no times, a record not all of them
                row->setText(1, durationText_ms(step.at_ms));
                row->setToolTip(1, tr("since the request's first byte"));
            }
        }
        row->setTextAlignment(1, Qt::AlignRight | Qt::AlignTop);
        row->setData(0, stepRole, i);
        row->setData(0, passedRole, passed);
    }
    dressRows();
    expandAll();
}

void TraceTree::dressRows()
{
    for (QTreeWidgetItemIterator it(this); *it != nullptr; ++it) {
        (*it)->setForeground(1, theme().color(Role::textSecondary));
        const bool passed = (*it)->data(0, passedRole).toBool() && (*it)->data(0, stepRole).isValid();
        (*it)->setFont(1, theme().font(passed ? TextStyle::caption : TextStyle::codeSmall));
        if (passed)
            (*it)->setText(1, width() >= roomForWords ? tr("passed over") : QString());
    }
}

void TraceTree::showNone(const QString& why)
{
    const QSignalBlocker quiet(this);
    clear();
    if (why.isEmpty())
        return;
    auto* row = new QTreeWidgetItem(this, {why});
    row->setFlags(Qt::NoItemFlags);
    row->setData(0, passedRole, true);
    row->setFirstColumnSpanned(true);
}

int TraceTree::stepCount() const
{
    int count = 0;
    for (QTreeWidgetItemIterator it(const_cast<TraceTree*>(this)); *it != nullptr; ++it)
        count += (*it)->data(0, stepRole).isValid();
    return count;
}

void TraceTree::copySteps(bool all) const
{
    QStringList lines;
    for (QTreeWidgetItemIterator it(const_cast<TraceTree*>(this)); *it != nullptr; ++it) {
        if (all || *it == currentItem())
            lines << (*it)->text(0) + QLatin1Char('\t') + (*it)->text(1);
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void TraceTree::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copySteps(false);
    else
        QTreeWidget::keyPressEvent(event);
}

void TraceTree::contextMenuEvent(QContextMenuEvent* event)
{
    if (stepCount() == 0)
        return;
    QMenu menu(this);
    QAction* one = menu.addAction(icon(QStringLiteral("copy")), tr("Copy this step"), this,
                                  [this] { copySteps(false); });
    one->setEnabled(currentItem() != nullptr);
    menu.addAction(tr("Copy the whole trace"), this, [this] { copySteps(true); });
    menu.exec(event->globalPos());
}

void TraceTree::resizeEvent(QResizeEvent* event)
{
    if ((event->oldSize().width() >= roomForWords) != (width() >= roomForWords))
        dressRows();
    QTreeWidget::resizeEvent(event);
}

/// The passed-over routes are always shown: no arrows.
void TraceTree::drawBranches(QPainter*, const QRect&, const QModelIndex&) const {}

} // namespace gatehouse::ui
