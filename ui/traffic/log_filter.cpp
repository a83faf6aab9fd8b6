#include "ui/traffic/log_filter.h"

#include "ui/shell/trace_text.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace gatehouse::ui {

namespace {

struct Word {
    QString text;
    bool quoted = false;
};

/// Words between spaces; quotes keep spaces, and may stand after a colon.
std::vector<Word> wordsOf(const QString& text)
{
    std::vector<Word> words;
    Word word;
    bool inQuotes = false;
    const auto flush = [&] {
        if (!word.text.isEmpty())
            words.push_back(word);
        word = {};
    };
    for (const QChar c : text) {
        if (c == QLatin1Char('"')) {
            inQuotes = !inQuotes;
            word.quoted = word.quoted || word.text.isEmpty();
        } else if (c.isSpace() && !inQuotes) {
            flush();
        } else {
            word.text.append(c);
        }
    }
    flush();
    return words;
}

bool holdsText(const QString& wanted, const std::string& value)
{
    if (wanted == QLatin1String("*"))
        return !value.empty();
    if (wanted == QLatin1String("-"))
        return value.empty();
    return QString::fromStdString(value).contains(wanted, Qt::CaseInsensitive);
}

} // namespace

bool LogFilter::readRange(const QString& text, bool status, Term& term)
{
    static const QRegularExpression shape(
        QStringLiteral("^(?:([1-5])xx|(>=|<=|>|<)?(\\d+(?:\\.\\d+)?)(?:-(\\d+(?:\\.\\d+)?))?)$"));
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return false;
    term.low = -std::numeric_limits<double>::infinity();
    term.high = std::numeric_limits<double>::infinity();
    if (!match.captured(1).isEmpty()) {
        if (!status)
            return false;
        term.low = match.captured(1).toInt() * 100;
        term.high = term.low + 99;
        return true;
    }
    const double first = match.captured(3).toDouble();
    const QString sign = match.captured(2);
    if (!match.captured(4).isEmpty()) {
        term.low = first;
        term.high = match.captured(4).toDouble();
        return sign.isEmpty() && term.low <= term.high;
    }
    const double step = status ? 1 : 1e-9; // the next value that counts
    if (sign == QLatin1String(">="))
        term.low = first;
    else if (sign == QLatin1String(">"))
        term.low = first + step;
    else if (sign == QLatin1String("<="))
        term.high = first;
    else if (sign == QLatin1String("<"))
        term.high = first - step;
    else
        term.low = term.high = first;
    return true;
}

bool LogFilter::readTerm(const QString& word, bool quoted, Term& term)
{
    QString text = word;
    if (!quoted && text.size() > 1 && text.startsWith(QLatin1Char('-'))) {
        term.negative = true;
        text.remove(0, 1);
    }
    const qsizetype colon = quoted ? -1 : text.indexOf(QLatin1Char(':'));
    if (colon <= 0 || text.startsWith(QLatin1Char('/'))) {
        term.text = text.toLower();
        return true;
    }
    static const std::vector<std::pair<QString, Subject>> subjects{
        {QStringLiteral("target"), Subject::target},   {QStringLiteral("route"), Subject::route},
        {QStringLiteral("to"), Subject::backend},      {QStringLiteral("listener"), Subject::listener},
        {QStringLiteral("refused"), Subject::refused}, {QStringLiteral("method"), Subject::method},
        {QStringLiteral("status"), Subject::status},   {QStringLiteral("ms"), Subject::time_ms},
    };
    const QString name = text.left(colon).toLower();
    const auto found =
        std::find_if(subjects.begin(), subjects.end(), [&](const auto& s) { return s.first == name; });
    term.text = text.mid(colon + 1).toLower();
    if (found == subjects.end() || term.text.isEmpty())
        return false;
    term.subject = found->second;
    if (term.subject == Subject::status || term.subject == Subject::time_ms)
        return readRange(term.text, term.subject == Subject::status, term);
    return true;
}

LogFilter LogFilter::parse(const QString& text)
{
    LogFilter filter;
    for (const Word& word : wordsOf(text)) {
        Term term;
        if (readTerm(word.text, word.quoted, term))
            filter.terms_.push_back(term);
        else
            filter.unread_.append(word.text);
    }
    return filter;
}

bool LogFilter::holds(const Term& term, const api::RequestRow& row)
{
    switch (term.subject) {
    case Subject::target:
        return holdsText(term.text, row.target);
    case Subject::route:
        return holdsText(term.text, row.route);
    case Subject::backend:
        return holdsText(term.text, row.backend);
    case Subject::listener:
        return holdsText(term.text, row.listener);
    case Subject::refused:
        return holdsText(term.text, row.refusedBy) || // as the engine names it, or as it is shown
               refusalText(row.refusedBy).contains(term.text, Qt::CaseInsensitive);
    case Subject::method:
        return QString::fromStdString(row.method).compare(term.text, Qt::CaseInsensitive) == 0;
    case Subject::status:
        return row.status >= term.low && row.status <= term.high;
    case Subject::time_ms:
        return row.total_ms >= term.low && row.total_ms <= term.high;
    }
    return false;
}

bool LogFilter::matches(const api::RequestRow& row) const
{
    for (const Term& term : terms_) {
        if (holds(term, row) == term.negative)
            return false;
    }
    return true;
}

api::RecordsParams LogFilter::recordsParams() const
{
    api::RecordsParams params;
    for (const Term& term : terms_) {
        if (term.negative)
            continue;
        if (term.subject == Subject::target && term.text != QLatin1String("*") &&
            term.text != QLatin1String("-"))
            params.text = term.text.toStdString();
        if (term.subject == Subject::status) {
            params.statusFrom = int(std::max(0.0, term.low));
            params.statusTo = int(std::min(999.0, term.high));
        }
    }
    return params;
}

} // namespace gatehouse::ui
