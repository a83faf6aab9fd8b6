#include "ui/charts/scale.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace gatehouse::ui {

double Scale::share(double value) const
{
    if (kind == ScaleKind::linear)
        return (value - low) / (high - low);
    if (std::isnan(value))
        return value;
    return value <= low ? 0 : std::log(value / low) / std::log(high / low);
}

double Scale::value(double pixel) const
{
    const double part = (pixel - from) / (to - from);
    return kind == ScaleKind::linear ? low + part * (high - low) : low * std::pow(high / low, part);
}

double niceStep(double atLeast)
{
    const double power = std::pow(10.0, std::floor(std::log10(atLeast)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= atLeast * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

Domain linearDomain(double largest, Domain previous)
{
    if (!(largest > 0))
        return {0, 1};
    if (previous.low == 0 && largest <= previous.high && largest >= 0.4 * previous.high)
        return previous;
    const double step = niceStep(largest * 1.05 / 4);
    return {0, std::ceil(largest * 1.05 / step - 1e-9) * step};
}

Domain logDomain(double smallest, double largest, Domain previous)
{
    if (!(smallest > 0) || !(largest > 0))
        return previous.low > 0 ? previous : Domain{1, 100};
    const double low = std::pow(10.0, std::floor(std::log10(smallest) + 1e-9));
    const double high = std::max(std::pow(10.0, std::ceil(std::log10(largest) - 1e-9)), low * 10);
    const bool fits = previous.low > 0 && previous.low <= low && previous.high >= high;
    if (fits && previous.low * 11 > low && previous.high < high * 11)
        return previous;
    return {low, high};
}

namespace {

/// The step from 0 that ends on `high` in at most `wanted` parts; 0 = no round one does.
double evenStep(double high, int wanted)
{
    for (int parts = wanted; parts >= 2; --parts) {
        const double step = high / parts;
        const double mantissa = step / std::pow(10.0, std::floor(std::log10(step) + 1e-9));
        for (const double round : {1.0, 2.0, 2.5, 3.0, 4.0, 5.0}) {
            if (std::fabs(mantissa - round) < 1e-6)
                return step;
        }
    }
    return 0;
}

} // namespace

std::vector<Tick> linearTicks(Domain domain, int wanted)
{
    std::vector<Tick> ticks;
    const double span = domain.high - domain.low;
    if (!(span > 0) || wanted < 1)
        return ticks;
    const double even = domain.low == 0 ? evenStep(domain.high, wanted) : 0;
    const double step = even > 0 ? even : niceStep(span / wanted);
    for (double at = std::ceil(domain.low / step - 1e-9); at * step <= domain.high + step * 1e-9; ++at)
        ticks.push_back({at * step, valueText(at * step)});
    return ticks;
}

std::vector<Tick> logTicks(Domain domain, int wanted)
{
    std::vector<Tick> ticks;
    if (!(domain.low > 0) || !(domain.high > domain.low) || wanted < 1)
        return ticks;
    const double decades = std::log10(domain.high / domain.low);
    const int every = std::max(1, int(std::ceil(decades / wanted - 1e-9)));
    const int first = int(std::ceil(std::log10(domain.low) - 1e-9));
    for (int power = first; power <= std::log10(domain.high) + 1e-9; power += every)
        ticks.push_back({std::pow(10.0, power), valueText(std::pow(10.0, power))});
    return ticks;
}

std::vector<Tick> timeTicks(double from_ms, double to_ms, double width_px, double spacing_px)
{
    static constexpr std::array<double, 13> steps_s{0.1, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800};
    std::vector<Tick> ticks;
    if (!(to_ms > from_ms) || !(width_px > 0))
        return ticks;
    const double atLeast_s = (to_ms - from_ms) / 1000 * spacing_px / width_px;
    const auto found = std::find_if(steps_s.begin(), steps_s.end(), [&](double s) { return s >= atLeast_s; });
    const double step_ms = 1000 * (found == steps_s.end() ? steps_s.back() : *found);
    const QString format = step_ms < 1000    ? QStringLiteral("HH:mm:ss.z")
                           : step_ms < 60000 ? QStringLiteral("HH:mm:ss")
                                             : QStringLiteral("HH:mm");
    for (double at = std::ceil(from_ms / step_ms - 1e-9) * step_ms; at <= to_ms; at += step_ms)
        ticks.push_back({at, QDateTime::fromMSecsSinceEpoch(qint64(std::llround(at))).toString(format)});
    return ticks;
}

QString valueText(double value)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const QLocale locale;
    const double size = std::fabs(value);
    if (size >= 99.95 || value == std::round(value))
        return locale.toString(std::round(value), 'f', 0);
    if (size >= 9.995)
        return locale.toString(value, 'f', 1);
    if (size >= 0.0095)
        return locale.toString(value, 'f', 2);
    return locale.toString(value, 'g', 2);
}

} // namespace gatehouse::ui
