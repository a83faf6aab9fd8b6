#include "ui/routes/trace_view.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/numbers.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QTreeWidget>

namespace gatehouse::ui {
namespace {

State stateOf(const api::TraceStep& step)
{
    if (step.verdict == "ok")
        return State::ok;
    if (step.verdict == "failed")
        return State::error;
    return step.verdict == "refused" ? State::warning : State::off;
}

} // namespace

TraceView::TraceView(QWidget* parent)
    : QWidget(parent), about_(new TextLabel({}, TextStyle::caption, Role::textSecondary, this)),
      steps_(new QTreeWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, 0);
    column->setSpacing(metrics::step);
    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Decision trace"), TextStyle::label, Role::text, this));
    head->addStretch();
    head->addWidget(about_);
    column->addLayout(head);
    steps_->setObjectName(QStringLiteral("routes.try.trace"));
    steps_->setAccessibleName(tr("Decision trace"));
    steps_->setColumnCount(2);
    steps_->setHeaderHidden(true);
    steps_->setFrameShape(QFrame::NoFrame);
    steps_->setIndentation(metrics::group);
    steps_->setRootIsDecorated(false);
    steps_->header()->setStretchLastSection(false);
    steps_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    steps_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    column->addWidget(steps_, 1);
    connect(steps_, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        Q_EMIT stepChosen(item == nullptr ? -1 : item->data(0, Qt::UserRole).toInt());
    });
}

void TraceView::showTrace(const api::DecisionTrace& trace)
{
    const QSignalBlocker quiet(steps_);
    steps_->clear();
    about_->setText(tr("revision %1").arg(trace.revision));
    about_->setToolTip(QString::fromStdString(trace.traceparent));
    QTreeWidgetItem* route = nullptr;
    for (int i = 0; i < int(trace.steps.size()); ++i) {
        const auto& step = trace.steps[std::size_t(i)];
        // Routes that were passed over stand below the one that won.
        auto* row = step.kind == "passedOver" && route != nullptr ? new QTreeWidgetItem(route)
                                                                  : new QTreeWidgetItem(steps_);
        if (step.kind == "route")
            route = row;
        const State state = stateOf(step);
        row->setIcon(0, icon(stateIconName(state), stateRole(state)));
        row->setText(0, QString::fromStdString(step.text));
        row->setToolTip(0, QString::fromStdString(step.text));
        row->setText(1, step.kind == "passedOver" ? tr("passed over") : durationText_ms(step.at_ms));
        row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        row->setForeground(1, theme().color(Role::textSecondary));
        row->setData(0, Qt::UserRole, i);
    }
    steps_->expandAll();
}

void TraceView::showNone(const QString& why)
{
    const QSignalBlocker quiet(steps_);
    steps_->clear();
    about_->setText({});
    auto* row = new QTreeWidgetItem(steps_, {why});
    row->setFlags(Qt::NoItemFlags);
    row->setFirstColumnSpanned(true);
}

int TraceView::stepCount() const
{
    int count = 0;
    for (QTreeWidgetItemIterator it(steps_); *it != nullptr; ++it)
        count += (*it)->data(0, Qt::UserRole).isValid();
    return count;
}

} // namespace gatehouse::ui
