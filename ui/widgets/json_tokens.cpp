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

QString indentedJson(QStringView text)
{
    QString out;
    out.reserve(text.size() * 3 / 2);
    int depth = 0;
    const auto newLine = [&] {
        out += QLatin1Char('\n');
        out.resize(out.size() + 2 * depth, QLatin1Char(' '));
    };
    const auto nextAfter = [&](qsizetype at) {
        while (++at < text.size() && text[at].isSpace())
            ;
        return at;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == QLatin1Char('"')) {
            const int end = endOfString(text, int(i), int(text.size()));
            out += text.mid(i, end - i);
            i = end - 1;
        } else if (c == QLatin1Char('{') || c == QLatin1Char('[')) {
            const qsizetype next = nextAfter(i);
            out += c;
            if (next < text.size() && (text[next] == QLatin1Char('}') || text[next] == QLatin1Char(']'))) {
                out += text[next];
                i = next;
            } else {
                ++depth;
                newLine();
            }
        } else if (c == QLatin1Char('}') || c == QLatin1Char(']')) {
            --depth;
            newLine();
            out += c;
        } else if (c == QLatin1Char(',')) {
            out += c;
            newLine();
        } else if (c == QLatin1Char(':')) {
            out += QLatin1String(": ");
        } else if (!c.isSpace()) {
            out += c;
        }
    }
    return out;
}

} // namespace gatehouse::ui
