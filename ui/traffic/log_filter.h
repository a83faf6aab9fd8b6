#pragma once

#include "engine/api/contract.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace gatehouse::ui {

/// What a person types above the request log. Words are parts of the target, without case; all terms must
/// hold.
///     route:catalog  to:catalog-v2  listener:edge/public  refused:circuit      part of the name; * = any, -
///     = none method:GET  status:404  status:4xx  status:500-504  status:>=500  ms:>20 -term  the term must
///     not hold       "two words"  as one
/// A term that can't be read is left out and named in problem().
class LogFilter
{
public:
    LogFilter() = default;
    static LogFilter parse(const QString& text);

    bool matches(const api::RequestRow& row) const;
    bool isEmpty() const { return terms_.empty(); }
    const QStringList& unread() const { return unread_; } ///< terms that couldn't be read

    /// The span that it can be asked of the engine's records with; all of it is checked again by matches().
    api::RecordsParams recordsParams() const;

private:
    enum class Subject { target, route, backend, listener, refused, method, status, time_ms };
    struct Term {
        Subject subject = Subject::target;
        QString text;   ///< lower case; "*" any, "-" none
        double low = 0; ///< status and time: low ≤ value ≤ high
        double high = 0;
        bool negative = false;
    };
    static bool readRange(const QString& text, bool status, Term& term);
    static bool readTerm(const QString& word, bool quoted, Term& term);
    static bool holds(const Term& term, const api::RequestRow& row);

    std::vector<Term> terms_;
    QStringList unread_;
};

} // namespace gatehouse::ui
