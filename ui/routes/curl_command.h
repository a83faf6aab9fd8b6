#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// cURL commands in and out: what `curl` (manual page of 7.88) would send, without running it.
namespace gatehouse::ui {

struct HeaderLine {
    QString name;
    QString value;
    bool operator==(const HeaderLine&) const = default;
};

struct CurlRequest {
    QString method = QStringLiteral("GET");
    QString scheme = QStringLiteral("http");
    QString authority;                    ///< "api.example.org:8080"
    QString target = QStringLiteral("/"); ///< path and query, as they go on the wire
    QList<HeaderLine> headers;            ///< in order; those that curl adds by itself are left out
    QString body;
    bool operator==(const CurlRequest&) const = default;
};

struct CurlParse {
    std::optional<CurlRequest> request;
    QString error;       ///< why there is none, for a person
    QStringList ignored; ///< options that were understood but have no meaning here, e.g. "--insecure"
};

/// Splits as a POSIX shell does: '…', "…", \x, $'…', line continuations; stops at an unquoted | ; > or <.
struct ShellWords {
    QStringList words;
    QString error; ///< an open quote
};
ShellWords splitShellWords(const QString& command);

/// One word for a POSIX shell, quoted where it must be. The text must not hold NUL.
QString shellQuote(const QString& text);

CurlParse parseCurl(const QString& command);

/// A command that `sh` runs and that sends exactly `request` (and curl's own User-Agent and Accept).
QString toCurl(const CurlRequest& request);

} // namespace gatehouse::ui
