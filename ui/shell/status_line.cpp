#include "ui/shell/status_line.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/state_badge.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace gatehouse::ui {

namespace {

State lookOf(EngineClient::State state)
{
    switch (state) {
    case EngineClient::State::running:
        return State::ok;
    case EngineClient::State::starting:
        return State::info;
    case EngineClient::State::restarting:
        return State::warning;
    case EngineClient::State::failed:
    case EngineClient::State::mismatch:
        return State::error;
    case EngineClient::State::stopped:
        break;
    }
    return State::off;
}

class Divider : public QWidget
{
public:
    explicit Divider(QWidget* parent) : QWidget(parent) { setFixedSize(1, 14); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), theme().color(Role::line)); }
};

} // namespace

QString engineStateText(EngineClient::State state)
{
    const auto words = [](const char* text) { return QCoreApplication::translate("StatusLine", text); };
    switch (state) {
    case EngineClient::State::running:
        return words(QT_TRANSLATE_NOOP("StatusLine", "Engine running"));
    case EngineClient::State::starting:
        return words(QT_TRANSLATE_NOOP("StatusLine", "Engine starting"));
    case EngineClient::State::restarting:
        return words(QT_TRANSLATE_NOOP("StatusLine", "Engine restarting"));
    case EngineClient::State::failed:
        return words(QT_TRANSLATE_NOOP("StatusLine", "Engine failed"));
    case EngineClient::State::mismatch:
        return words(QT_TRANSLATE_NOOP("StatusLine", "Engine of another version"));
    case EngineClient::State::stopped:
        break;
    }
    return words(QT_TRANSLATE_NOOP("StatusLine", "Engine stopped"));
}

StatusLine::StatusLine(Context context, QWidget* parent) : QWidget(parent), context_(context)
{
    setFixedHeight(24);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::inset, 1, metrics::inset, 0);
    row->setSpacing(10);
    engine_ = new StateBadge(this);
    engine_->setFlat(true);
    engine_->setObjectName(QStringLiteral("status.engine"));
    engine_->setFont(theme().font(TextStyle::caption));
    row->addWidget(engine_);
    row->addWidget(new Divider(this));
    revision_ = addLabel(row, QStringLiteral("status.revision"));
    row->addWidget(new Divider(this));
    rate_ = addLabel(row, QStringLiteral("status.rate"));
    row->addWidget(new Divider(this));
    errors_ = addLabel(row, QStringLiteral("status.errors"));
    row->addWidget(new Divider(this));
    p99_ = addLabel(row, QStringLiteral("status.p99"));
    row->addStretch();
    reach_ = new StateBadge(this);
    reach_->setFlat(true);
    reach_->setObjectName(QStringLiteral("status.reach"));
    reach_->setFont(theme().font(TextStyle::caption));
    row->addWidget(reach_);
    row->addWidget(new Divider(this));
    cost_ = addLabel(row, QStringLiteral("status.cost"));
    row->addWidget(new Divider(this));
    problems_ = new QToolButton(this);
    problems_->setObjectName(QStringLiteral("status.problems"));
    problems_->setAutoRaise(true);
    problems_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    problems_->setIconSize(QSize(14, 14));
    problems_->setFont(theme().font(TextStyle::caption));
    problems_->setFixedHeight(22);
    problems_->setFocusPolicy(Qt::TabFocus);
    row->addWidget(problems_);
    connect(problems_, &QToolButton::clicked, this, &StatusLine::problemsAsked);
    connect(&context.engine, &EngineClient::stateChanged, this, &StatusLine::refreshEngine);
    connect(&context.document, &Document::appliedChanged, this, &StatusLine::refreshRevision);
    connect(&context.document, &Document::problemsChanged, this, &StatusLine::refreshProblems);
    connect(&context.live, &LiveStore::advanced, this, [this] {
        if (turn_++ % 3 == 0) // three times a second is as fast as a person reads
            refreshNumbers();
    });
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
    refreshEngine();
    refreshRevision();
    refreshNumbers();
    refreshProblems();
}

TextLabel* StatusLine::addLabel(QHBoxLayout* row, const QString& name)
{
    auto* label = new TextLabel({}, TextStyle::caption, Role::text, this);
    label->setObjectName(name);
    row->addWidget(label);
    return label;
}

void StatusLine::refreshEngine()
{
    const EngineClient::State state = context_.engine.state();
    engine_->setState(lookOf(state), engineStateText(state));
    engine_->setToolTip(context_.engine.failure());
    refreshNumbers();
}

void StatusLine::refreshRevision()
{
    const Document& document = context_.document;
    const QString number = QString::number(document.revision());
    QString text;
    switch (document.serving()) {
    case Document::Serving::nothing:
        text = tr("Nothing serves yet");
        break;
    case Document::Serving::sending:
        text = tr("Sending revision…");
        break;
    case Document::Serving::serving:
        text = tr("Revision %1 serving since %2").arg(number, clockText(document.servingSince_ms()));
        break;
    case Document::Serving::refused:
        text = document.revision() ? tr("Last edit refused; revision %1 serves on").arg(number)
                                   : tr("Refused; nothing serves");
        break;
    case Document::Serving::offline:
        text = tr("Not serving");
        break;
    }
    revision_->setText(text);
    revision_->setRole(document.serving() == Document::Serving::refused ? Role::error : Role::text);
    const bool beyond = document.beyondLoopback();
    reach_->setState(beyond ? State::error : State::ok,
                     beyond ? tr("Reachable from other machines") : tr("Loopback only"));
}

void StatusLine::refreshNumbers()
{
    shown_ = context_.live.now(Scope::all(), 1000);
    const bool live = context_.engine.state() == EngineClient::State::running && context_.live.hasData();
    const QString dash = QStringLiteral("–");
    rate_->setText(tr("%1 requests/s").arg(live ? countText(shown_.rate_per_s) : dash));
    errors_->setText(tr("%1 errors").arg(live ? shareText(shown_.errorShare) : dash));
    p99_->setText(tr("p99 %1").arg(live ? durationText_ms(shown_.p99_ms) : dash));
    const api::TelemetryFrame& frame = context_.live.frame();
    cost_->setText(live ? tr("Engine %1 CPU, %2")
                              .arg(QString::number(frame.engineCpu * 100, 'f', 0) + QStringLiteral(" %"),
                                   bytesText(double(frame.engineRss_bytes)))
                        : tr("Engine %1").arg(dash));
}

void StatusLine::refreshProblems()
{
    const auto problems = context_.document.problems();
    const auto errors =
        std::count_if(problems.begin(), problems.end(), [](const auto& p) { return p.severity == "error"; });
    const State state = errors > 0 ? State::error : problems.empty() ? State::ok : State::warning;
    problems_->setIcon(icon(stateIconName(state), stateRole(state)));
    problems_->setText(problems.empty() ? tr("No problems")
                                        : tr("%n problem(s)", nullptr, int(problems.size())));
    problems_->setAccessibleName(problems_->text());
    problems_->setToolTip(tr("Show problems"));
}

QJsonObject StatusLine::readOuts() const
{
    const auto number = [](double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(); };
    return {{QStringLiteral("engine"), engine_->word()},
            {QStringLiteral("revision"), double(context_.document.revision())},
            {QStringLiteral("rate_per_s"), number(shown_.rate_per_s)},
            {QStringLiteral("errorShare"), number(shown_.errorShare)},
            {QStringLiteral("p99_ms"), number(shown_.p99_ms)},
            {QStringLiteral("requests"), double(context_.live.frame().requests)},
            {QStringLiteral("problems"), double(context_.document.problems().size())}};
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Role::sunken));
    painter.fillRect(QRect(0, 0, width(), 1), theme().color(Role::line));
}

} // namespace gatehouse::ui
