#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

/// Sends one raw case and reads what comes back.
struct RawExchange {
    QList<int> statuses;       ///< final ones, 1xx skipped
    bool closed = false;       ///< the gateway closed the connection
    bool unreadable = false;   ///< the answer is not HTTP/1
    QByteArray bytes;          ///< the answer as it came
};

/// `expectedResponses`: read at least that many final answers if they come; then only as long as it needs to see
/// whether the connection closes (`awaitClose`) or stays.
RawExchange exchange(quint16 port, const QJsonObject& testCase, int expectedResponses, bool awaitClose);
