#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

/// One request on a connection of its own, and what came back.
struct Ask {
    QByteArray method = "GET";
    QByteArray host;
    QByteArray path = "/";
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
};
struct Answer {
    int status = 0;                              ///< 0: nothing that can be read came; `error` says why
    QList<QPair<QByteArray, QByteArray>> fields; ///< names in lower case
    QByteArray body;
    QString error;
    QByteArray value(const QByteArray& name) const; ///< all of a name joined by ","; null when there is none
};

/// Sends `count` times, at most `concurrency` at once; turns this thread's event loop.
QList<Answer> exchange(quint16 port, const Ask& ask, int count = 1, int concurrency = 1);

/// Opens a WebSocket and sends one frame after the other. Returns the payloads that came back with their
/// opcodes, or nothing but `error`.
struct Frame {
    bool text = true;
    QByteArray payload; ///< at most 125 bytes
    bool operator==(const Frame&) const = default;
};
QList<Frame> exchangeFrames(quint16 port, const Ask& ask, const QList<Frame>& frames, QString& error);
