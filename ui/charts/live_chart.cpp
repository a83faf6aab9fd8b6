#include "ui/charts/live_chart.h"

#include "ui/charts/chart_export_menu.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace gatehouse::ui {

LiveChart::LiveChart(ChartTimeline& timeline, QWidget* parent)
    : QWidget(parent), plot_(new ChartPlot(timeline, this)), legend_(new ChartLegend(*plot_, this)),
      title_(new TextLabel({}, TextStyle::label)),
      unit_(new TextLabel({}, TextStyle::caption, Role::textSecondary)), empty_(new QWidget(plot_)),
      emptyTitle_(new TextLabel({}, TextStyle::label, Role::textSecondary)),
      emptyText_(new TextLabel({}, TextStyle::caption, Role::textSecondary)),
      emptyAction_(plainButton({}, QStringLiteral("play"), nullptr))
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(metrics::inset, 0, metrics::inset, 0);
    head->addWidget(title_);
    head->addStretch();
    head->addWidget(unit_);

    auto* key = new QHBoxLayout;
    key->setContentsMargins(metrics::inset - 2, 0, metrics::gap, 0);
    key->addWidget(legend_);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::step + 1, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(key);
    column->addWidget(plot_, 1);

    auto* notice = new QVBoxLayout(empty_);
    notice->setSpacing(metrics::step);
    notice->addStretch();
    for (TextLabel* label : {emptyTitle_, emptyText_}) {
        label->setAlignment(Qt::AlignHCenter);
        notice->addWidget(label);
    }
    emptyText_->setWordWrap(true);
    notice->addWidget(emptyAction_, 0, Qt::AlignHCenter);
    notice->addStretch();
    emptyAction_->hide();
    empty_->setAttribute(Qt::WA_TransparentForMouseEvents, true);
    plot_->installEventFilter(this);

    connect(emptyAction_, &QAbstractButton::clicked, this, &LiveChart::emptyActionTriggered);
    connect(plot_, &ChartPlot::emptyChanged, this, &LiveChart::refreshEmpty);
    connect(plot_, &ChartPlot::readingChanged, this, &LiveChart::refreshUnit);
    connect(&theme(), &Theme::changed, this, [this] { update(); });
    refreshEmpty();
}

void LiveChart::setSpec(const ChartSpec& spec)
{
    QStringList hidden;
    for (std::size_t k = 0; k < plot_->spec().series.size(); ++k) {
        if (!plot_->isShown(int(k)))
            hidden.append(plot_->spec().series[k].key);
    }
    const bool sameChart = plot_->spec().id == spec.id;
    plot_->setSpec(spec);
    title_->setText(spec.title);
    setObjectName(QStringLiteral("chart.") + spec.id);
    plot_->setObjectName(QStringLiteral("chart.%1.plot").arg(spec.id));
    emptyAction_->setObjectName(QStringLiteral("chart.%1.emptyAction").arg(spec.id));
    legend_->rebuild();
    for (std::size_t k = 0; sameChart && k < spec.series.size(); ++k)
        legend_->entries()[qsizetype(k)]->setChecked(!hidden.contains(spec.series[k].key));
    refreshUnit();
}

void LiveChart::refreshUnit()
{
    const ChartSpec& spec = plot_->spec();
    QString unit = spec.unit;
    if (!spec.rightUnit.isEmpty())
        unit = tr("%1; right: %2").arg(spec.unit, spec.rightUnit);
    if (spec.kind == ScaleKind::log)
        unit = tr("%1, log").arg(spec.unit);
    if (spec.stacked) {
        const PlotPicture picture = plot_->picture(plot_->size(), {});
        if (picture.y.low > 0 && !picture.empty)
            unit = tr("%1, from %2 %").arg(spec.unit, QLocale().toString(int(std::lround(picture.y.low))));
    }
    if (unit != unit_->text())
        unit_->setText(unit);
}

void LiveChart::setEmptyState(const QString& title, const QString& text, const QString& action)
{
    emptyTitle_->setText(title);
    emptyText_->setText(text);
    emptyAction_->setText(action);
    emptyAction_->setVisible(!action.isEmpty());
    empty_->setAttribute(Qt::WA_TransparentForMouseEvents, action.isEmpty());
    refreshEmpty();
}

bool LiveChart::showsEmptyState() const
{
    return !empty_->isHidden();
}

void LiveChart::refreshEmpty()
{
    empty_->setVisible(plot_->isEmpty() && !emptyTitle_->text().isEmpty());
    empty_->setGeometry(plot_->rect().adjusted(48, 8, -16, -24));
}

QJsonObject LiveChart::readOuts() const
{
    QJsonObject out;
    out.insert(QStringLiteral("at_ms"), plot_->readingAt_ms());
    for (std::size_t k = 0; k < plot_->spec().series.size(); ++k) {
        const double value = plot_->reading(int(k));
        out.insert(plot_->spec().series[k].key, std::isnan(value) ? QJsonValue() : QJsonValue(value));
    }
    return out;
}

void LiveChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Role::base));
}

void LiveChart::resizeEvent(QResizeEvent*)
{
    refreshEmpty();
}

bool LiveChart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == plot_ && event->type() == QEvent::Resize)
        refreshEmpty();
    return QWidget::eventFilter(watched, event);
}

void LiveChart::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu;
    addExportActions(menu, *this);
    menu.exec(event->globalPos());
}

} // namespace gatehouse::ui
