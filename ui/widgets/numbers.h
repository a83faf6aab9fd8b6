#pragma once

#include <QString>

/// Numbers as a person reads them: locale separators, few digits, a unit. NaN is "–".
namespace gatehouse::ui
{

QString countText(double value);                      ///< "1,204"
QString rateText(double perSecond);                   ///< "528/s", "4.1/s"
QString shareText(double share);                      ///< 0.0057 → "0.57 %"
QString durationText_ms(double ms);                   ///< "18.4 ms", "1.20 s"
QString bytesText(double bytes);                      ///< "1,846 B", "38 MB"
/// "2026-03-01T10:54:00.000Z", for tooltips beside local times.
QString utcText(double at_ms);
QString clockText(double at_ms, bool withMs = false); ///< local time "11:01:30", "11:02:35.084"

} // namespace gatehouse::ui
