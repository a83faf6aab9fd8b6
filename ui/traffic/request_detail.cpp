#include "ui/traffic/request_detail.h"

#include "ui/shell/problem_place.h"
#include "ui/shell/trace_text.h"
#include "ui/shell/trace_tree.h"
#include "ui/traffic/request_log_model.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/key_value_table.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/state_badge.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTabWidget>
#include <QVBoxLayout>

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
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    steps_ = new TraceTree(part);
    steps_->setObjectName(QStringLiteral("traffic.detail.steps"));
    note_ = new QWidget(part);
    note_->setObjectName(QStringLiteral("traffic.detail.note"));
    auto* words = new QVBoxLayout(note_);
    words->setSpacing(metrics::step);
    noteTitle_ = new TextLabel({}, TextStyle::label, Role::text, note_);
    noteText_ = new TextLabel({}, TextStyle::caption, Role::textSecondary, note_);
    noteText_->setWordWrap(true);
    words->addWidget(noteTitle_);
    words->addWidget(noteText_);
    column->addWidget(steps_, 1);
    column->addWidget(note_);
    return part;
}

void RequestDetail::showNote(const QString& title, const QString& why)
{
    noteTitle_->setText(title);
    noteText_->setText(why);
    note_->setVisible(!title.isEmpty());
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
        steps_->showNone({});
        showNote(tr("Choose a request"),
                 tr("Its way through the gateway, its timing and its identifiers stand here."));
        return;
    }
    title_->setText(QString::fromStdString(row.method + " " + row.target));
    status_->setState(statusState(row.status),
                      row.status > 0 ? QString::number(row.status) : tr("no answer"));
    fillTiming(row);
    fillIdentifiers(row);
    steps_->showTrace(recordedSteps(row)); // until there is more, or for good
    showNote({}, {});
    const QString why = tr("Reasons are kept of tried, refused and sampled requests.");
    if (row.traceId.empty()) {
        showNote(tr("Its trace wasn't kept"), why);
        return;
    }
    engine_.call<api::TraceGet>({row.traceId}, this,
                                [this, id = row.id, why](const Reply<api::DecisionTrace>& reply) {
                                    if (id != shown_)
                                        return;
                                    if (reply.ok())
                                        steps_->showTrace(*reply.result);
                                    else if (reply.error.code == int(api::ErrorCode::gone))
                                        showNote(tr("Its trace wasn't kept"), why);
                                    else
                                        showNote(tr("Its trace can't be had"), callErrorText(reply.error));
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
