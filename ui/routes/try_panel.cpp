#include "ui/routes/try_panel.h"

#include "ui/routes/phase_bar.h"
#include "ui/routes/trace_view.h"
#include "ui/shell/problem_place.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/key_value_table.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/state_badge.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

constexpr int explainPause_ms = 300;

} // namespace

TryPanel::TryPanel(Context context, QWidget* parent) : QWidget(parent), context_(context)
{
    setObjectName(QStringLiteral("routes.try"));
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setObjectName(QStringLiteral("routes.try.split"));
    buildActions();
    split->addWidget(buildComposer());
    split->addWidget(buildAnswer());
    trace_ = new TraceView(split);
    split->addWidget(trace_);
    split->setSizes({340, 320, 380});
    split->setChildrenCollapsible(false);
    row->addWidget(split);

    connect(trace_, &TraceView::stepChosen, this, [this](int index) {
        if (const auto* trace = shownTrace())
            Q_EMIT litChanged(index < 0 ? wayOf(*trace) : partOf(*trace, trace->steps[std::size_t(index)]));
    });
    pause_.setSingleShot(true);
    pause_.setInterval(explainPause_ms);
    connect(&pause_, &QTimer::timeout, this, &TryPanel::explain);
    connect(&context_.document, &Document::appliedChanged, this, &TryPanel::refreshListeners);
    connect(&context_.engine, &EngineClient::stateChanged, this, &TryPanel::refreshProblem);
    connect(&context_.engine, &EngineClient::progress, this, &TryPanel::showWaiting);
    trace_->showNone(tr("Send a request: each decision of the gateway stands here, in order."));
    refreshListeners();
}

void TryPanel::buildActions()
{
    const auto make = [this](const char* id, const QString& text, const QString& iconName) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setObjectName(QStringLiteral("routes.action.") + QLatin1String(id));
        addAction(action);
        return action;
    };
    send_ = make("send", tr("Send the request"), QStringLiteral("send"));
    send_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    send_->setShortcutContext(Qt::WindowShortcut);
    connect(send_, &QAction::triggered, this, &TryPanel::send);
    explain_ = make("explain", tr("Explain where the request would go"), QStringLiteral("route"));
    explain_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    explain_->setShortcutContext(Qt::WindowShortcut);
    connect(explain_, &QAction::triggered, this, &TryPanel::explain);
    paste_ = make("pasteCurl", tr("Paste a cURL command"), QStringLiteral("clipboard-paste"));
    connect(paste_, &QAction::triggered, this, &TryPanel::pasteCurl);
    copy_ = make("copyCurl", tr("Copy as cURL"), QStringLiteral("copy"));
    connect(copy_, &QAction::triggered, this, &TryPanel::copyCurl);
}

QWidget* TryPanel::buildComposer()
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(metrics::inset, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::step);

    auto* line = new QHBoxLayout;
    method_ = new QComboBox(pane);
    method_->setObjectName(QStringLiteral("routes.try.method"));
    method_->setAccessibleName(tr("Method"));
    method_->setEditable(true);
    method_->setFixedWidth(92);
    method_->setFont(theme().font(TextStyle::code));
    for (const char* name : {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})
        method_->addItem(QLatin1String(name));
    target_ = new QLineEdit(pane);
    target_->setObjectName(QStringLiteral("routes.try.target"));
    target_->setAccessibleName(tr("Target: path and query"));
    target_->setFont(theme().font(TextStyle::code));
    target_->setText(QStringLiteral("/"));
    sendButton_ = primaryButton(tr("Send"), QStringLiteral("send"), pane);
    sendButton_->setObjectName(QStringLiteral("routes.try.send"));
    sendButton_->setToolTip(
        tr("Send the request (%1)").arg(send_->shortcut().toString(QKeySequence::NativeText)));
    connect(sendButton_, &QPushButton::clicked, this, [this] { waits_ ? stop() : send(); });
    line->addWidget(method_);
    line->addWidget(target_, 1);
    line->addWidget(sendButton_);
    column->addLayout(line);
    problem_ = new FieldError(target_, pane);
    problem_->setObjectName(QStringLiteral("routes.try.problem"));
    column->addWidget(problem_);

    auto* through = new QHBoxLayout;
    listener_ = new QComboBox(pane);
    listener_->setObjectName(QStringLiteral("routes.try.listener"));
    listener_->setAccessibleName(tr("Through listener"));
    through->addWidget(new TextLabel(tr("through"), TextStyle::caption, Role::textSecondary, pane));
    through->addWidget(listener_, 1);
    reveal_ = iconButton(QStringLiteral("eye"), tr("Show secret values"), pane);
    reveal_->setObjectName(QStringLiteral("routes.try.reveal"));
    reveal_->setCheckable(true);
    connect(reveal_, &QAbstractButton::toggled, this, [this](bool shown) {
        headers_->setRevealed(shown);
        reveal_->setIcon(icon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye")));
        reveal_->setToolTip(shown ? tr("Hide secret values") : tr("Show secret values"));
        reveal_->setAccessibleName(reveal_->toolTip());
    });
    through->addWidget(reveal_);
    const std::pair<QAction*, QString> tools[] = {{explain_, QStringLiteral("route")},
                                                  {paste_, QStringLiteral("clipboard-paste")},
                                                  {copy_, QStringLiteral("copy")}};
    for (const auto& [action, iconName] : tools) {
        auto* button = iconButton(iconName, action->text(), pane);
        button->setObjectName(action->objectName() + QStringLiteral(".button"));
        connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
        through->addWidget(button);
    }
    column->addLayout(through);

    auto* tabs = new QTabWidget(pane);
    tabs->setDocumentMode(true);
    headers_ = new KeyValueTable(true, tabs);
    headers_->setObjectName(QStringLiteral("routes.try.headers"));
    headers_->setAccessibleName(tr("Request headers"));
    body_ = new QPlainTextEdit(tabs);
    body_->setObjectName(QStringLiteral("routes.try.body"));
    body_->setAccessibleName(tr("Request body"));
    body_->setFont(theme().font(TextStyle::code));
    body_->setTabChangesFocus(true);
    tabs->addTab(headers_, tr("Headers"));
    tabs->addTab(body_, tr("Body"));
    column->addWidget(tabs, 1);

    const auto typed = [this] {
        if (!filling_) {
            touched_ = true;
            pause_.start();
        }
        refreshProblem();
    };
    connect(method_, &QComboBox::currentTextChanged, this, typed);
    connect(target_, &QLineEdit::textChanged, this, typed);
    connect(target_, &QLineEdit::returnPressed, this, &TryPanel::send);
    connect(headers_, &KeyValueTable::edited, this, typed);
    connect(body_, &QPlainTextEdit::textChanged, this, typed);
    connect(listener_, &QComboBox::activated, this, typed);
    return pane;
}

QWidget* TryPanel::buildAnswer()
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::step);
    auto* head = new QHBoxLayout;
    status_ = new StateBadge(pane);
    status_->setObjectName(QStringLiteral("routes.try.status"));
    status_->setState(State::off, tr("Not sent"));
    summary_ = new TextLabel({}, TextStyle::codeSmall, Role::textSecondary, pane);
    summary_->setObjectName(QStringLiteral("routes.try.summary"));
    bodyMode_ = new SegmentedControl(pane);
    bodyMode_->addSegment(QStringLiteral("pretty"), tr("Pretty"));
    bodyMode_->addSegment(QStringLiteral("raw"), tr("Raw"));
    bodyMode_->setCurrent(QStringLiteral("pretty"));
    connect(bodyMode_, &SegmentedControl::chosen, this, &TryPanel::showBody);
    head->addWidget(status_);
    head->addWidget(summary_, 1);
    head->addWidget(bodyMode_);
    column->addLayout(head);
    phases_ = new PhaseBar(pane);
    column->addWidget(phases_);

    answerTabs_ = new QTabWidget(pane);
    answerTabs_->setDocumentMode(true);
    answerBody_ = new CodeView(answerTabs_);
    answerBody_->setObjectName(QStringLiteral("routes.try.answerBody"));
    answerBody_->setAccessibleName(tr("Answer's body"));
    answerHeaders_ = new KeyValueTable(false, answerTabs_);
    answerHeaders_->setObjectName(QStringLiteral("routes.try.answerHeaders"));
    answerHeaders_->setAccessibleName(tr("Answer's headers"));
    answerTabs_->addTab(answerBody_, tr("Body"));
    answerTabs_->addTab(answerHeaders_, tr("Headers"));
    column->addWidget(answerTabs_, 1);
    return pane;
}

Composed TryPanel::composed() const
{
    Composed out{.listener = listener_->currentData().toString(),
                 .method = method_->currentText().trimmed(),
                 .target = target_->text().trimmed()};
    const KeyValues rows = headers_->rows();
    for (const auto& [name, value] : rows)
        out.headers.append({name, value});
    out.body = body_->toPlainText();
    return out;
}

void TryPanel::compose(const Composed& composed)
{
    filling_ = true;
    method_->setCurrentText(composed.method);
    target_->setText(composed.target);
    KeyValues rows;
    for (const HeaderLine& line : composed.headers)
        rows.append({line.name, line.value});
    headers_->setRows(rows);
    body_->setPlainText(composed.body);
    if (const int at = listener_->findData(composed.listener); at >= 0)
        listener_->setCurrentIndex(at);
    filling_ = false;
    refreshProblem();
}

void TryPanel::composeFor(const QString& nodeKey)
{
    if (touched_)
        return;
    const Composed example = composedFor(context_.document.workspace(), nodeKey);
    if (!example.listener.isEmpty())
        compose(example);
}

void TryPanel::refreshListeners()
{
    if (listener_->count() > 0)
        through_ = listener_->currentData().toString();
    listener_->clear();
    for (const auto& listener : context_.document.applied().listeners) {
        listener_->addItem(QString::fromStdString(listener.key), QString::fromStdString(listener.key));
        listener_->setItemData(listener_->count() - 1, QString::fromStdString(listener.url), Qt::ToolTipRole);
    }
    if (const int at = listener_->findData(through_); at >= 0)
        listener_->setCurrentIndex(at);
    refreshProblem();
}

void TryPanel::refreshProblem()
{
    listener_->setToolTip(listener_->currentData(Qt::ToolTipRole).toString());
    reveal_->setVisible(headers_->hasSecrets());
    const bool running = context_.engine.state() == EngineClient::State::running;
    const QString problem =
        running ? composeProblem(composed(), context_.document.applied()) : tr("The engine isn't running.");
    if (problem.isEmpty())
        problem_->clear();
    else
        problem_->showProblem(problem, running ? State::error : State::info);
    const bool ready = problem.isEmpty() && call_ == 0;
    sendButton_->setEnabled(ready || waits_);
    sendButton_->setText(waits_ ? tr("Stop") : tr("Send"));
    sendButton_->setIcon(icon(waits_ ? QStringLiteral("square") : QStringLiteral("send"), Role::onAccent));
    send_->setEnabled(ready);
    send_->setStatusTip(problem);
    explain_->setEnabled(running && listener_->currentIndex() >= 0);
    copy_->setEnabled(!curlFor(composed(), context_.document.applied()).isEmpty());
}

void TryPanel::send()
{
    if (!send_->isEnabled())
        return;
    pause_.stop();
    status_->setState(State::info, tr("Sending…"));
    call_ = context_.engine.call<api::Try>(paramsFor(composed()), this,
                                           [this](const Reply<api::TryResult>& reply) {
                                               call_ = 0;
                                               waits_ = false;
                                               refreshProblem();
                                               if (reply.ok())
                                                   show(*reply.result);
                                               else if (reply.error.code == int(api::ErrorCode::cancelled))
                                                   fail(tr("Stopped"), {});
                                               else
                                                   fail(tr("Not sent"), callErrorText(reply.error));
                                           });
    refreshProblem();
}

void TryPanel::stop()
{
    context_.engine.cancel(call_);
}

/// A first note comes when the answer is long in coming; from then on the button stops the request.
void TryPanel::showWaiting(const api::ProgressNote& note)
{
    if (call_ == 0 || note.call != call_)
        return;
    waits_ = true;
    summary_->setText(tr("%1 so far").arg(durationText_ms(note.share * api::TryParams().timeout_ms)));
    refreshProblem();
}

void TryPanel::explain()
{
    pause_.stop();
    if (!explain_->isEnabled())
        return;
    const Composed request = composed();
    api::ExplainParams params;
    params.listener = request.listener.toStdString();
    params.method = request.method.toStdString();
    params.target = request.target.toStdString();
    for (const HeaderLine& line : request.headers)
        params.headers.push_back({line.name.toStdString(), line.value.toStdString()});
    if (context_.document.serving() == Document::Serving::refused)
        params.document = context_.document.text().toStdString();
    context_.engine.call<api::Explain>(params, this,
                                       [this, question = ++asked_](const Reply<api::ExplainResult>& reply) {
                                           if (question != asked_ || call_ != 0)
                                               return;
                                           if (reply.ok())
                                               showExplained(*reply.result);
                                           else
                                               trace_->showNone(callErrorText(reply.error));
                                       });
}

void TryPanel::showExplained(const api::ExplainResult& result)
{
    if (!result.problems.empty() && result.trace.steps.empty()) {
        forecast_.reset();
        trace_->showNone(
            tr("The draft can't be compiled, so it takes no request yet: its problems stand in Problems."));
        Q_EMIT litChanged({});
        return;
    }
    forecast_ = result.trace;
    trace_->showForecast(result.trace);
    Q_EMIT litChanged(wayOf(result.trace));
}

const api::DecisionTrace* TryPanel::shownTrace() const
{
    if (forecast_)
        return &*forecast_;
    return result_ && result_->trace ? &*result_->trace : nullptr;
}

void TryPanel::show(const api::TryResult& result)
{
    ++asked_;
    forecast_.reset();
    result_ = result;
    if (!result.error.empty()) {
        status_->setState(State::error, tr("No answer"));
        summary_->setText(engineText(result.error));
        summary_->setToolTip(summary_->text());
    } else {
        const State state = result.status >= 500   ? State::error
                            : result.status >= 400 ? State::warning
                                                   : State::ok;
        status_->setState(
            state, QStringLiteral("%1 %2").arg(result.status).arg(QString::fromStdString(result.reason)));
        summary_->setText(durationText_ms(result.timings.total_ms) + QStringLiteral("  ") +
                          bytesText(double(result.bodySize)));
    }
    phases_->setPhases(phasesOf(result.timings));
    KeyValues rows;
    for (const auto& header : result.headers)
        rows.append({QString::fromStdString(header.name), QString::fromStdString(header.value)});
    answerHeaders_->setRows(rows);
    showBody();
    if (result.trace)
        trace_->showTrace(*result.trace);
    else
        trace_->showNone(tr("The gateway kept no trace of this request."));
    Q_EMIT litChanged(result.trace ? wayOf(*result.trace) : QSet<QString>{});
}

void TryPanel::showBody()
{
    if (!result_)
        return;
    const BodyText body = bodyText(*result_, bodyMode_->current() == QLatin1String("pretty"));
    answerBody_->setText(body.text, body.json ? CodeView::Language::json : CodeView::Language::plain);
}

void TryPanel::fail(const QString& word, const QString& why)
{
    status_->setState(why.isEmpty() ? State::off : State::error, word);
    summary_->setText(why);
}

void TryPanel::pasteCurl()
{
    const CurlParse parse = parseCurl(QApplication::clipboard()->text());
    if (!parse.request) {
        problem_->showProblem(parse.error);
        return;
    }
    compose(
        composedFromCurl(*parse.request, context_.document.applied(), listener_->currentData().toString()));
    touched_ = true;
    if (!parse.ignored.isEmpty())
        problem_->showProblem(tr("Left out: %1").arg(parse.ignored.join(QStringLiteral(", "))), State::info);
}

void TryPanel::copyCurl()
{
    const QString command = curlFor(composed(), context_.document.applied());
    if (!command.isEmpty())
        QApplication::clipboard()->setText(command);
}

QJsonObject TryPanel::readOuts() const
{
    QJsonObject out{{QStringLiteral("status"), status_->word()},
                    {QStringLiteral("steps"), trace_->stepCount()}};
    if (const auto* trace = shownTrace()) {
        out.insert(QStringLiteral("route"), QString::fromStdString(trace->route));
        out.insert(QStringLiteral("backend"), QString::fromStdString(trace->backend));
    }
    return out;
}

} // namespace gatehouse::ui
