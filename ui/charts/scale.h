#pragma once

#include <QString>

#include <vector>

/// Axes' arithmetic: mapping between values and pixels, and the round numbers that an axis is labelled with.
namespace gatehouse::ui {

enum class ScaleKind { linear, log };

/// Values [low, high] on pixels [from, to]; `from` may be greater than `to` (a value axis grows upwards). On
/// a log scale low and high are > 0, and values ≤ low sit on low.
struct Scale {
    ScaleKind kind = ScaleKind::linear;
    double low = 0;
    double high = 1;
    double from = 0;
    double to = 1;

    double share(double value) const; ///< 0 at low, 1 at high; outside it goes on. NaN stays NaN.
    double pixel(double value) const { return from + share(value) * (to - from); }
    double value(double pixel) const;
    bool operator==(const Scale&) const = default;
};

struct Tick {
    double value = 0;
    QString label;
    bool operator==(const Tick&) const = default;
};

struct Domain {
    double low = 0;
    double high = 1;
    bool operator==(const Domain&) const = default;
};

/// 1, 2, 2.5 or 5 times a power of ten, the smallest that is ≥ `atLeast`. atLeast > 0.
double niceStep(double atLeast);

/// From 0 to a round number ≥ `largest` with room above it. Keeps `previous` while it still fits and is at
/// least 40 % used, so that a live axis doesn't jump. NaN or nothing positive: 0 … 1.
Domain linearDomain(double largest, Domain previous);
/// Whole decades around what is there, at least one. Keeps `previous` while it fits and isn't over a decade
/// too big.
Domain logDomain(double smallest, double largest, Domain previous);

/// Round numbers in the domain, about `wanted` of them (never over twice that), labelled in the locale's way.
std::vector<Tick> linearTicks(Domain domain, int wanted);
std::vector<Tick> logTicks(Domain domain, int wanted);
/// Round local times in [from_ms, to_ms], at most one each `spacing_px` of `width_px`: "11:02" or "11:02:30".
std::vector<Tick> timeTicks(double from_ms, double to_ms, double width_px, double spacing_px);

/// A value as an axis or a read-out writes it: three significant digits below 1,000, separators above; NaN is
/// "–".
QString valueText(double value);

} // namespace gatehouse::ui
