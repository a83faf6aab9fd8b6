#pragma once

#include "ui/charts/scale.h"

#include <QRectF>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace gatehouse::ui {

/// A labelled moment: a deploy, a limit changed, a rollback.
struct EventMark {
    double at_ms = 0;
    QString text;
    bool operator==(const EventMark&) const = default;
};

/// A mark's place in the strip above a plot. Where more than four stand closer than a label needs, they are
/// one mark "n events" with its list; otherwise a label that would cover its neighbour is left out (the mark
/// stays).
struct PlacedMark {
    double x = 0; ///< of the line
    QRectF label; ///< empty = no room for it
    QString text;
    QStringList events; ///< all it stands for
};

using TextWidth = std::function<double(const QString&)>;
using CountText = std::function<QString(int)>; ///< "5 events"

std::vector<PlacedMark> placeMarks(const std::vector<EventMark>& events, const Scale& x, const QRectF& strip,
                                   const TextWidth& width, const CountText& count);

} // namespace gatehouse::ui
