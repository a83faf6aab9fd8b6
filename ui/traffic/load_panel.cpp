#include "ui/traffic/load_panel.h"

#include "ui/shell/document.h"
#include "ui/shell/problem_place.h"
#include "ui/traffic/mix_list.h"
#include "ui/traffic/plan_bar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/state_badge.h"

#include <QAction>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace gatehouse::ui {

namespace {

QString minutesText(double seconds)
{
    const int whole = int(std::floor(seconds));
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

LoadPanel::LoadPanel(Document& document, EngineClient& engine, LiveStore& live, QWidget* parent)
    : QWidget(parent), document_(document), engine_(engine), live_(live), start_(new QAction(this)),
      planBar_(new PlanBar(document, this))
{
    start_->setObjectName(QStringLiteral("traffic.startAction"));
    start_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    connect(start_, &QAction::triggered, this, &LoadPanel::toggleRun);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(*column);
    auto* inside = new QWidget;
    auto* parts = new QVBoxLayout(inside);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    parts->addWidget(buildPlan());
    mixHead_ = new SectionHeader(tr("Mix"), inside);
    mix_ = new MixList(inside);
    mixHead_->setBody(mix_);
    parts->addWidget(mixHead_);
    parts->addWidget(mix_);
    auto* runHead = new SectionHeader(tr("This run"), inside);
    QWidget* run = buildRun();
    runHead->setBody(run);
    parts->addWidget(runHead);
    parts->addWidget(run);
    parts->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(scroll, 1);
    buildFoot(*column);

    connect(mix_, &MixList::percentAsked, this, [this](const QString& route, double percent) {
        editPlan(
            tr("Change share of %1").arg(route),
            [&](workspace::Workspace& w, workspace::LoadPlan& plan) {
                setPercent(w, plan, route.toStdString(), percent);
            },
            QStringLiteral("load.share.") + route);
    });
    connect(mix_, &MixList::settled, &document_, &Document::endMerge);
    connect(mix_, &MixList::inMixAsked, this, [this](const QString& route, bool in) {
        const std::string key = route.toStdString();
        if (!in)
            weightsBefore_[key] = weightsOf(plan_, key);
        editPlan(in ? tr("Put %1 into the mix").arg(route) : tr("Take %1 out of the mix").arg(route),
                 [&](workspace::Workspace& w, workspace::LoadPlan& plan) {
                     setInMix(w, plan, key, in, weightsBefore_[key]);
                 },
                 {});
    });
    connect(planBar_, &PlanBar::planChanged, this, &LoadPanel::refreshPlan);
    connect(&document_, &Document::appliedChanged, this, &LoadPanel::refreshPlan);
    connect(&document_, &Document::replaced, this, [this] { weightsBefore_.clear(); });
    connect(&engine_, &EngineClient::stateChanged, this, &LoadPanel::refreshStart);
    connect(&live_, &LiveStore::loadChanged, this, &LoadPanel::refreshRun);
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
    refreshPlan();
    refreshRun();
}

void LoadPanel::buildHead(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(metrics::inset, 0, metrics::inset, 0);
    row->addWidget(new TextLabel(tr("Load generator"), TextStyle::label, Role::text, this));
    row->addStretch();
    badge_ = new StateBadge(this);
    badge_->setObjectName(QStringLiteral("traffic.state"));
    row->addWidget(badge_);
    auto* head = new QWidget(this);
    head->setFixedHeight(metrics::barHeight);
    head->setLayout(row);
    column.addWidget(head);
    notice_ = new Banner(this);
    notice_->setObjectName(QStringLiteral("traffic.notice"));
    notice_->hide();
    column.addWidget(notice_);
}

NumberField* LoadPanel::addNumber(QFormLayout& form, const QString& label, const QString& id, double least,
                                  double most, int decimals, const QString& unit,
                                  std::function<void(workspace::LoadPlan&, double)> set)
{
    auto* field = new NumberField(least, most, decimals, unit, this);
    field->setObjectName(QStringLiteral("traffic.load.") + id);
    field->setAccessibleName(label);
    connect(field, &QDoubleSpinBox::valueChanged, this,
            [this, label, id, set = std::move(set)](double value) {
                editPlan(
                    tr("Change load: %1").arg(label),
                    [&](workspace::Workspace&, workspace::LoadPlan& plan) { set(plan, value); },
                    QStringLiteral("load.") + id);
            });
    auto* name = new TextLabel(label, TextStyle::body, Role::textSecondary, this);
    name->setBuddy(field);
    form.addRow(name, field);
    return field;
}

QWidget* LoadPanel::buildPlan()
{
    auto* part = new QWidget(this);
    auto* form = new QFormLayout(part);
    form->setContentsMargins(metrics::inset, metrics::step, metrics::inset, metrics::step);
    form->setVerticalSpacing(metrics::step);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    rate_ = addNumber(*form, tr("Rate"), QStringLiteral("rate"), 0.01, 200'000, 0, tr("/s"),
                      [](workspace::LoadPlan& plan, double value) { plan.rate_per_s = value; });
    ramp_ = addNumber(*form, tr("Ramp"), QStringLiteral("ramp"), 0, 86'400, 0, tr("s"),
                      [](workspace::LoadPlan& plan, double value) { plan.ramp_s = value; });
    duration_ = addNumber(*form, tr("Duration"), QStringLiteral("duration"), 1, 86'400, 0, tr("s"),
                          [](workspace::LoadPlan& plan, double value) { plan.duration_s = value; });
    arrivals_ = new SegmentedControl(part);
    arrivals_->setObjectName(QStringLiteral("traffic.load.arrivals"));
    arrivals_->addSegment(QStringLiteral("constant"), tr("Even"));
    arrivals_->addSegment(QStringLiteral("poisson"), tr("Poisson"));
    connect(arrivals_, &SegmentedControl::chosen, this, [this](const QString& id) {
        const bool poisson = id == QLatin1String("poisson");
        editPlan(tr("Change load: %1").arg(tr("Arrivals")),
                 [poisson](workspace::Workspace&, workspace::LoadPlan& plan) {
                     plan.arrivals =
                         poisson ? workspace::ArrivalProcess::poisson : workspace::ArrivalProcess::constant;
                 },
                 {});
    });
    form->addRow(new TextLabel(tr("Arrivals"), TextStyle::body, Role::textSecondary, part), arrivals_);
    inFlight_ =
        addNumber(*form, tr("At most"), QStringLiteral("maxInFlight"), 1, 65'536, 0, tr("in flight"),
                  [](workspace::LoadPlan& plan, double value) { plan.maxInFlight = std::uint32_t(value); });
    seed_ = addNumber(*form, tr("Seed"), QStringLiteral("seed"), 0, 1e9, 0, {},
                      [](workspace::LoadPlan& plan, double value) { plan.seed = std::uint64_t(value); });
    return part;
}

QWidget* LoadPanel::buildRun()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(metrics::inset, metrics::step, metrics::inset, metrics::step);
    column->setSpacing(2);
    auto* top = new QHBoxLayout;
    elapsed_ = new TextLabel({}, TextStyle::code, Role::text, part);
    percent_ = new TextLabel({}, TextStyle::code, Role::textSecondary, part);
    top->addWidget(elapsed_);
    top->addStretch();
    top->addWidget(percent_);
    column->addLayout(top);
    progress_ = new QProgressBar(part);
    progress_->setObjectName(QStringLiteral("traffic.progress"));
    progress_->setAccessibleName(tr("Progress of the run"));
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(4);
    column->addWidget(progress_);
    const std::pair<QString, QString> rows[] = {{QStringLiteral("sent"), tr("Sent")},
                                                {QStringLiteral("answered"), tr("Answered")},
                                                {QStringLiteral("inFlight"), tr("In flight")},
                                                {QStringLiteral("late"), tr("Sent late, over 1 ms")},
                                                {QStringLiteral("failed"), tr("Failed")},
                                                {QStringLiteral("skipped"), tr("Not sent, limit reached")}};
    for (const auto& [id, label] : rows) {
        auto* row = new QHBoxLayout;
        row->addWidget(new TextLabel(label, TextStyle::body, Role::textSecondary, part));
        row->addStretch();
        auto* number = new TextLabel({}, TextStyle::code, Role::text, part);
        number->setObjectName(QStringLiteral("traffic.run.") + id);
        row->addWidget(number);
        column->addLayout(row);
        numbers_.emplace_back(id, number);
    }
    auto* note =
        new TextLabel(tr("Arrivals don't wait for answers; a stall counts for every request it delays."),
                      TextStyle::caption, Role::textSecondary, part);
    note->setWordWrap(true);
    column->addWidget(note);
    return part;
}

void LoadPanel::buildFoot(QVBoxLayout& column)
{
    button_ = primaryButton({}, QStringLiteral("play"), this);
    button_->setObjectName(QStringLiteral("traffic.start"));
    connect(button_, &QAbstractButton::clicked, start_, &QAction::trigger);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(metrics::inset, metrics::gap, metrics::inset, metrics::gap);
    row->addWidget(button_);
    column.addLayout(row);
}

void LoadPanel::editPlan(const QString& name,
                         const std::function<void(workspace::Workspace&, workspace::LoadPlan&)>& change,
                         const QString& mergeKey)
{
    document_.edit(
        name, [&](workspace::Workspace& w) { change(w, planToEdit(w, plan_)); }, mergeKey);
}

void LoadPanel::refreshPlan()
{
    const workspace::Workspace& w = document_.workspace();
    if (plan_.name != planBar_->plan().name)
        weightsBefore_.clear();
    plan_ = planBar_->plan();
    {
        const QSignalBlocker still(rate_); // rounding to the new decimals is no edit
        rate_->setDecimals(plan_.rate_per_s == std::round(plan_.rate_per_s) ? 0 : 2);
    }
    rate_->setValueQuietly(plan_.rate_per_s);
    ramp_->setValueQuietly(plan_.ramp_s);
    duration_->setValueQuietly(plan_.duration_s);
    inFlight_->setValueQuietly(plan_.maxInFlight);
    seed_->setValueQuietly(double(plan_.seed));
    arrivals_->setCurrent(plan_.arrivals == workspace::ArrivalProcess::poisson ? QStringLiteral("poisson")
                                                                               : QStringLiteral("constant"));
    const auto rows = mixRows(w, plan_);
    mix_->setRows(rows);
    mixHead_->setNote(
        tr("%1 of %2")
            .arg(std::count_if(rows.begin(), rows.end(), [](const MixRow& row) { return row.on; }))
            .arg(rows.size()));
    targets_ = loadTargets(w, plan_, document_.applied().listeners);
    refreshStart();
}

QString LoadPanel::problemText(const TargetProblem& problem) const
{
    const QString route = QString::fromStdString(problem.route);
    switch (problem.why) {
    case TargetProblem::Why::routeMissing:
        return tr("The mix names the route %1, which doesn't exist.").arg(route);
    case TargetProblem::Why::noExample:
        return tr("No example request was found for %1; give it a target in the workspace's loads.")
            .arg(route);
    case TargetProblem::Why::listenerDown:
        return tr("The listener of %1 isn't serving.").arg(route);
    }
    return {};
}

void LoadPanel::refreshStart()
{
    const bool active = isActive(live_.load());
    QString why;
    if (engine_.state() != EngineClient::State::running)
        why = tr("The engine isn't running.");
    else if (!active && targets_.mix.empty())
        why = targets_.problems.empty() ? tr("The mix is empty: put a route into it.")
                                        : problemText(targets_.problems.front());
    const QString text = active ? tr("Stop load") : tr("Start load");
    start_->setText(text);
    start_->setIcon(icon(active ? QStringLiteral("square") : QStringLiteral("play")));
    start_->setEnabled(why.isEmpty() && !asked_);
    const QString keys = start_->shortcut().toString(QKeySequence::NativeText);
    start_->setToolTip(why.isEmpty() ? tr("%1 (%2)").arg(text, keys) : why);
    button_->setText(text);
    button_->setIcon(icon(active ? QStringLiteral("square") : QStringLiteral("play"), Role::onAccent));
    button_->setEnabled(start_->isEnabled());
    button_->setToolTip(start_->toolTip());
    button_->setAccessibleDescription(why);
}

void LoadPanel::refreshRun()
{
    const api::LoadState& load = live_.load();
    const std::map<std::string, std::pair<State, QString>> words{{"idle", {State::off, tr("Idle")}},
                                                                 {"running", {State::info, tr("Running")}},
                                                                 {"stopping", {State::info, tr("Stopping")}},
                                                                 {"done", {State::ok, tr("Done")}},
                                                                 {"failed", {State::error, tr("Failed")}}};
    const auto found = words.find(load.state);
    const auto& [state, word] = found == words.end() ? words.at("idle") : found->second;
    badge_->setState(state, word);
    if (load.state == "failed" && !load.error.empty())
        notice_->showNotice(State::error, tr("The load stopped: %1").arg(engineText(load.error)));
    elapsed_->setText(load.duration_s > 0
                          ? tr("%1 of %2").arg(minutesText(load.elapsed_s), minutesText(load.duration_s))
                          : tr("not started"));
    percent_->setText(load.duration_s > 0 ? tr("%1 %").arg(std::lround(100 * runShare(load))) : QString());
    progress_->setValue(int(std::lround(1000 * runShare(load))));
    const std::int64_t values[] = {load.sent, load.answered, load.inFlight,
                                   load.late, load.failed,   load.skipped};
    for (std::size_t i = 0; i < numbers_.size(); ++i)
        numbers_[i].second->setText(countText(double(values[i])));
    refreshStart();
}

void LoadPanel::toggleRun()
{
    if (asked_)
        return;
    asked_ = true;
    notice_->hide();
    if (isActive(live_.load())) {
        engine_.call<api::LoadStop>({}, this, [this](const Reply<api::LoadState>& reply) { took(reply); });
    } else {
        targets_ = loadTargets(document_.workspace(), plan_, document_.applied().listeners);
        engine_.call<api::LoadStart>(loadParams(plan_, targets_.mix), this,
                                     [this](const Reply<api::LoadState>& reply) { took(reply); });
    }
    refreshStart();
}

void LoadPanel::took(const Reply<api::LoadState>& reply)
{
    asked_ = false;
    if (!reply.ok())
        notice_->showNotice(State::error, tr("The engine refused: %1").arg(callErrorText(reply.error)));
    else if (!targets_.problems.empty())
        notice_->showNotice(State::warning, problemText(targets_.problems.front()));
    refreshStart();
}

QJsonObject LoadPanel::readOuts() const
{
    QJsonObject out;
    out.insert(QStringLiteral("state"), QString::fromStdString(live_.load().state));
    for (const auto& [id, label] : numbers_)
        out.insert(id, label->text());
    return out;
}

void LoadPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Role::window));
    painter.fillRect(QRect(0, metrics::barHeight - 1, width(), 1), theme().color(Role::line));
}

} // namespace gatehouse::ui
