#include "ui/widgets/line_index.h"

#include <algorithm>

namespace gatehouse::ui
{

void LineIndex::setText(const QString& text)
{
    text_ = text;
    starts_ = {0};
    longest_ = 0;
    qsizetype from = 0;
    for (qsizetype at = text_.indexOf(QLatin1Char('\n')); at >= 0;
         at = text_.indexOf(QLatin1Char('\n'), from)) {
        longest_ = std::max(longest_, int(at - from));
        from = at + 1;
        starts_.append(from);
    }
    longest_ = std::max(longest_, int(text_.size() - from));
}

QStringView LineIndex::line(int number) const
{
    const qsizetype from = starts_[number];
    qsizetype to = number + 1 < starts_.size() ? starts_[number + 1] - 1 : text_.size();
    if (to > from && text_[to - 1] == QLatin1Char('\r'))
        --to;
    return QStringView(text_).mid(from, to - from);
}

int LineIndex::lineAt(qsizetype offset) const
{
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    return std::max(0, int(after - starts_.begin()) - 1);
}

QVector<qsizetype> LineIndex::hits(const QString& needle, int atMost) const
{
    QVector<qsizetype> found;
    if (needle.isEmpty())
        return found;
    qsizetype at = text_.indexOf(needle, 0, Qt::CaseInsensitive);
    while (at >= 0 && found.size() < atMost) {
        found.append(at);
        at = text_.indexOf(needle, at + needle.size(), Qt::CaseInsensitive);
    }
    return found;
}

} // namespace gatehouse::ui
