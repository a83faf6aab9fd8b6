#include "ui/traffic/request_detail.h"

#include "ui/shell/trace_text.h"
#include "ui/shell/trace_tree.h"
#include "ui/traffic/request_log_model.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/key_value_table.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/state_badge.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedLayout>
#include <QTabWidget>

namespace gatehouse::ui {

namespace {

QString text(const std::string& value)
{
    return value.empty() ? QStringLiteral("–") : QString::fromStdString(value);
}

} // namespace

RequestDetail::RequestDetail(EngineClient& engine, QWidget* parent) : QWidget(parent), engine_(engine)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    tabs_ = new QTabWidget(this);
    tabs_->setDocumentMode(true);
    tabs_->setObjectName(QStringLiteral("traffic.detail.tabs"));
    tabs_->addTab(makeDecision(), tr("Decision"));
    timing_ = new KeyValueTable(false, tabs_);
    timing_->setAccessibleName(tr("Timing"));
    tabs_->addTab(timing_, tr("Timing"));
    identifiers_ = new KeyValueTable(false, tabs_);
    identifiers_->setAccessibleName(tr("Identifiers"));
    tabs_->addTab(identifiers_, tr("Identifiers"));
    column->addWidget(tabs_, 1);
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
    show(api::RequestRow{});
}

QWidget* RequestDetail::makeHead()
{
    auto* head = new QWidget(this);
    head->setFixedHeight(metrics::barHeight);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(metrics::inset, 0, metrics::inset, 0);
    title_ = new ElidedLabel({}, head);
    title_->setTextStyle(TextStyle::code);
    title_->setObjectName(QStringLiteral("traffic.detail.title"));
    status_ = new StateBadge(head);
    row->addWidget(title_, 1);
    row->addWidget(status_);
    return head;
}

QWidget* RequestDetail::makeDecision()
{
    auto* part = new QWidget(this);
    auto* stack = new QStackedLayout(part);
    steps_ = new TraceTree(part);
    steps_->setObjectName(QStringLiteral("traffic.detail.steps"));
    noTrace_ = new QWidget(part);
    auto* words = new QVBoxLayout(noTrace_);
    noTraceTitle_ = new TextLabel({}, TextStyle::label, Role::text, noTrace_);
    noTraceText_ = new TextLabel({}, TextStyle::body, Role::textSecondary, noTrace_);
    noTraceText_->setWordWrap(true);
    words->addWidget(noTraceTitle_);
    words->addWidget(noTraceText_);
    words->addStretch();
    stack->addWidget(steps_);
    stack->addWidget(noTrace_);
    return part;
}

void RequestDetail::showNoTrace(const QString& title, const QString& why)
{
    noTraceTitle_->setText(title);
    noTraceText_->setText(why);
    static_cast<QStackedLayout*>(noTrace_->parentWidget()->layout())->setCurrentWidget(noTrace_);
}

void RequestDetail::showTrace(const api::DecisionTrace& trace)
{
    steps_->showTrace(trace);
    static_cast<QStackedLayout*>(noTrace_->parentWidget()->layout())->setCurrentWidget(steps_);
}

void RequestDetail::show(const api::RequestRow& row)
{
    shown_ = row.id;
    const bool none = row.id == 0;
    status_->setVisible(!none);
    tabs_->setTabEnabled(1, !none);
    tabs_->setTabEnabled(2, !none);
    if (none) {
        title_->setText(tr("No request chosen"));
        tabs_->setCurrentIndex(0);
        showNoTrace(tr("Choose a request"),
                    tr("Its way through the gateway, its timing and its identifiers stand here."));
        return;
    }
    title_->setText(QString::fromStdString(row.method + " " + row.target));
    status_->setState(statusState(row.status),
                      row.status > 0 ? QString::number(row.status) : tr("no answer"));
    fillTiming(row);
    fillIdentifiers(row);
    const QString why = tr("Traces are kept of requests sent with Try it, of refused ones and of samples.");
    if (row.traceId.empty()) {
        showNoTrace(tr("Its trace wasn't kept"), why);
        return;
    }
    showNoTrace(tr("Asking for its trace…"), {});
    engine_.call<api::TraceGet>({row.traceId}, this,
                                [this, id = row.id, why](const Reply<api::DecisionTrace>& reply) {
                                    if (id != shown_)
                                        return;
                                    if (reply.ok())
                                        showTrace(*reply.result);
                                    else if (reply.error.code == int(api::ErrorCode::gone))
                                        showNoTrace(tr("Its trace wasn't kept"), why);
                                    else
                                        showNoTrace(tr("Its trace can't be had"), reply.error.message);
                                });
}

void RequestDetail::fillTiming(const api::RequestRow& row)
{
    timing_->setRows(
        {{tr("Begun"), clockText(row.at_ms, true)},
         {tr("In all"), durationText_ms(row.total_ms)},
         {tr("Backend"), row.backend.empty() ? tr("not asked") : durationText_ms(row.upstream_ms)},
         {tr("Gateway"), durationText_ms(row.total_ms - row.upstream_ms)},
         {tr("Attempts"), QString::number(row.attempts)},
         {tr("Connection"), row.backend.empty() ? QStringLiteral("–")
                            : row.reused        ? tr("kept from before")
                                                : tr("new")},
         {tr("Received"), bytesText(double(row.bytesIn))},
         {tr("Sent"), bytesText(double(row.bytesOut))}});
}

void RequestDetail::fillIdentifiers(const api::RequestRow& row)
{
    identifiers_->setRows({{tr("Listener"), text(row.listener)},
                           {tr("Route"), text(row.route)},
                           {tr("Backend"), text(row.backend)},
                           {tr("Refused by"), row.refusedBy.empty() ? text({}) : refusalText(row.refusedBy)},
                           {tr("Revision"), QString::number(row.revision)},
                           {tr("Trace id"), text(row.traceId)},
                           {tr("Record"), QString::number(row.id)}});
}

void RequestDetail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Role::window));
    painter.fillRect(QRect(0, metrics::barHeight - 1, width(), 1), theme().color(Role::line));
}

} // namespace gatehouse::ui
