#pragma once

#include <QStringView>
#include <QVector>

namespace gatehouse::ui
{

enum class JsonKind { name, string, number, word, mark };

struct JsonSpan {
    int from = 0;
    int length = 0;
    JsonKind kind = JsonKind::mark;
};

/// Colour spans of one line of JSON, looking at `from`…`to` alone; forgiving, never fails. JSON strings don't
/// span lines, so a line needs no state from the one before. In a slice of a long line the first token may be
/// coloured wrongly.
QVector<JsonSpan> jsonSpans(QStringView line, int from, int to);

/// Valid JSON with an indent of two spaces, its members in their order and its numbers as they came. One pass.
QString indentedJson(QStringView text);

} // namespace gatehouse::ui
