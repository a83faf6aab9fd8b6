#include "ui/charts/chart_accessible.h"

#include "ui/charts/chart_plot.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <map>

namespace gatehouse::ui {

namespace {

class SeriesAccessible : public QAccessibleInterface
{
public:
    SeriesAccessible(ChartPlot* plot, int series) : plot_(plot), series_(series) {}

    bool isValid() const override { return plot_ && series_ < int(plot_->spec().series.size()); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(plot_); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override { return parent()->rect(); }
    QAccessible::Role role() const override { return QAccessible::StaticText; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const SeriesSpec& spec = plot_->spec().series[std::size_t(series_)];
        if (kind == QAccessible::Name)
            return spec.name;
        if (kind == QAccessible::Value) {
            const QString& unit = spec.rightAxis ? plot_->spec().rightUnit : plot_->spec().unit;
            return valueText(plot_->reading(series_)) + QLatin1Char(' ') + unit;
        }
        return {};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.invisible = !isValid() || !plot_->isShown(series_);
        return state;
    }

private:
    QPointer<ChartPlot> plot_;
    int series_;
};

class PlotAccessible : public QAccessibleWidget
{
public:
    explicit PlotAccessible(ChartPlot* plot) : QAccessibleWidget(plot, QAccessible::Chart), plot_(plot) {}

    ~PlotAccessible() override
    {
        for (const auto& [series, id] : ids_)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(plot_->spec().series.size()); }

    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const auto found = ids_.find(index);
        if (found != ids_.end())
            return QAccessible::accessibleInterface(found->second);
        auto* made = new SeriesAccessible(plot_, index); // owned by QAccessible's cache
        ids_[index] = QAccessible::registerAccessibleInterface(made);
        return made;
    }

    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (const auto& [series, id] : ids_) {
            if (QAccessible::accessibleInterface(id) == child)
                return series;
        }
        return -1;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name)
            return plot_->spec().title;
        if (kind == QAccessible::Value)
            return plot_->spokenReading();
        return QAccessibleWidget::text(kind);
    }

private:
    ChartPlot* plot_;
    mutable std::map<int, QAccessible::Id> ids_;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* plot = qobject_cast<ChartPlot*>(object);
    return plot ? new PlotAccessible(plot) : nullptr;
}

} // namespace

void installChartAccessibility()
{
    static bool installed = false;
    if (!installed)
        QAccessible::installFactory(makeInterface);
    installed = true;
}

} // namespace gatehouse::ui
