#include "ui/routes/trace_view.h"

#include "ui/shell/trace_tree.h"
#include "ui/widgets/elided_label.h"

#include <QHBoxLayout>

namespace gatehouse::ui {

namespace {

/// "4bf9…36e7" of a traceparent's trace id: enough to recognise it.
QString shortTraceId(const QString& traceparent)
{
    const QString id = traceparent.section(QLatin1Char('-'), 1, 1);
    return id.size() < 9 ? QString() : id.left(4) + QStringLiteral("…") + id.right(4);
}

} // namespace

TraceView::TraceView(QWidget* parent)
    : QWidget(parent), title_(new TextLabel(tr("Decision trace"), TextStyle::label, Role::text, this)),
      about_(new TextLabel({}, TextStyle::caption, Role::textSecondary, this)), steps_(new TraceTree(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, 0);
    column->setSpacing(metrics::step);
    auto* head = new QHBoxLayout;
    head->addWidget(title_);
    head->addStretch();
    head->addWidget(about_);
    column->addLayout(head);
    steps_->setObjectName(QStringLiteral("routes.try.trace"));
    column->addWidget(steps_, 1);
    connect(steps_, &TraceTree::stepChosen, this, &TraceView::stepChosen);
}

void TraceView::showTrace(const api::DecisionTrace& trace)
{
    title_->setText(tr("Decision trace"));
    const QString parent = QString::fromStdString(trace.traceparent);
    const QString id = shortTraceId(parent);
    about_->setText(id.isEmpty() ? tr("revision %1").arg(trace.revision)
                                 : tr("revision %1, trace %2").arg(trace.revision).arg(id));
    about_->setToolTip(parent.isEmpty() ? QString() : tr("traceparent: %1").arg(parent));
    steps_->showTrace(trace);
}

void TraceView::showForecast(const api::DecisionTrace& trace)
{
    title_->setText(tr("Where it would go"));
    about_->setText(trace.revision == 0 ? tr("draft, not sent")
                                        : tr("revision %1, not sent").arg(trace.revision));
    about_->setToolTip({});
    steps_->showTrace(trace);
}

void TraceView::showNone(const QString& why)
{
    title_->setText(tr("Decision trace"));
    about_->setText({});
    steps_->showNone(why);
}

int TraceView::stepCount() const
{
    return steps_->stepCount();
}

} // namespace gatehouse::ui
