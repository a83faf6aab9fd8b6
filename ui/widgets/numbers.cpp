#include "ui/widgets/numbers.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace gatehouse::ui
{

namespace
{
const QString nothing = QStringLiteral("–");

QString digits(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}
} // namespace

QString countText(double value)
{
    return std::isfinite(value) ? digits(value, 0) : nothing;
}

QString rateText(double perSecond)
{
    if (!std::isfinite(perSecond))
        return nothing;
    const bool small = perSecond > 0 && perSecond < 9.95;
    return digits(perSecond, small ? 1 : 0) + QStringLiteral("/s");
}

QString shareText(double share)
{
    if (!std::isfinite(share))
        return nothing;
    const double percent = share * 100;
    const int decimals = percent >= 9.995 ? 1 : 2;
    return digits(percent, decimals) + QStringLiteral(" %");
}

QString durationText_ms(double ms)
{
    if (!std::isfinite(ms))
        return nothing;
    if (ms < 9.995)
        return digits(ms, 2) + QStringLiteral(" ms");
    if (ms < 999.5)
        return digits(ms, ms < 99.95 ? 1 : 0) + QStringLiteral(" ms");
    return digits(ms / 1000, 2) + QStringLiteral(" s");
}

QString bytesText(double bytes)
{
    if (!std::isfinite(bytes))
        return nothing;
    if (bytes < 10'000)
        return digits(bytes, 0) + QStringLiteral(" B");
    if (bytes < 10e6)
        return digits(bytes / 1e3, bytes < 100e3 ? 1 : 0) + QStringLiteral(" kB");
    if (bytes < 10e9)
        return digits(bytes / 1e6, bytes < 100e6 ? 1 : 0) + QStringLiteral(" MB");
    return digits(bytes / 1e9, 1) + QStringLiteral(" GB");
}

QString utcText(double at_ms)
{
    if (!std::isfinite(at_ms) || at_ms <= 0)
        return nothing;
    return QDateTime::fromMSecsSinceEpoch(qint64(at_ms)).toUTC().toString(Qt::ISODateWithMs);
}

QString clockText(double at_ms, bool withMs)
{
    if (!std::isfinite(at_ms) || at_ms <= 0)
        return nothing;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(qint64(at_ms));
    return local.toString(withMs ? QStringLiteral("HH:mm:ss.zzz") : QStringLiteral("HH:mm:ss"));
}

} // namespace gatehouse::ui
