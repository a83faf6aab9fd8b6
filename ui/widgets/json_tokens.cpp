#include "ui/widgets/json_tokens.h"

namespace gatehouse::ui
{

namespace
{

bool isNumberPart(QChar c)
{
    return c.isDigit() || c == QLatin1Char('-') || c == QLatin1Char('+') || c == QLatin1Char('.') ||
           c == QLatin1Char('e') || c == QLatin1Char('E');
}

int endOfString(QStringView line, int at, int to)
{
    for (int i = at + 1; i < to; ++i) {
        if (line[i] == QLatin1Char('\\'))
            ++i;
        else if (line[i] == QLatin1Char('"'))
            return i + 1;
    }
    return to;
}

} // namespace

QVector<JsonSpan> jsonSpans(QStringView line, int from, int to)
{
    QVector<JsonSpan> spans;
    to = std::min(to, int(line.size()));
    for (int i = from; i < to;) {
        const QChar c = line[i];
        int end = i + 1;
        if (c == QLatin1Char('"')) {
            end = endOfString(line, i, to);
            int next = end;
            while (next < to && line[next].isSpace())
                ++next;
            const bool name = next < to && line[next] == QLatin1Char(':');
            spans.append({i, end - i, name ? JsonKind::name : JsonKind::string});
        } else if (c.isDigit() || c == QLatin1Char('-')) {
            while (end < to && isNumberPart(line[end]))
                ++end;
            spans.append({i, end - i, JsonKind::number});
        } else if (c.isLetter()) {
            while (end < to && line[end].isLetter())
                ++end;
            spans.append({i, end - i, JsonKind::word});
        }
        i = end;
    }
    return spans;
}

} // namespace gatehouse::ui
