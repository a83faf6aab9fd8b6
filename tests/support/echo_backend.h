#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>

class QTcpSocket;

/// A test backend that answers every request 200 with a JSON echo: method, path (with query), host, protocol,
/// headers (names in lower case, values of one name joined by ","), namespace and its own name. It
/// understands:
///   X-Echo-Set-Header: name:value,name:value   these fields are put on the answer
///   ?delay=DURATION                            waits first ("1s", "250ms")
///   /retry/…?uuid=U&responseCode=C&succeedAfter=N&delayRetry=DURATION
///                                              fails the first N tries of U with C (a reset without one),
///                                              then 200
///   /ws                                        WebSocket echo (RFC 6455) of text and binary frames
/// Runs in the thread that made it; keep-alive; bodies with Content-Length or chunked.
class EchoBackend
{
public:
    EchoBackend(QByteArray namespace_, QByteArray name);
    EchoBackend(const EchoBackend&) = delete;
    EchoBackend& operator=(const EchoBackend&) = delete;

    quint16 port() const { return server_.serverPort(); }

private:
    struct Request {
        QByteArray method;
        QByteArray target;
        QByteArray protocol;
        QList<QPair<QByteArray, QByteArray>> fields; ///< names in lower case
        QByteArray value(const QByteArray& name) const;
        QByteArray query(const QByteArray& name) const;
    };
    struct Stream {
        QByteArray buffer;
        bool webSocket = false;
        bool busy = false; ///< an answer is due: what comes meanwhile waits
    };

    void read(QTcpSocket* socket);
    bool takeRequest(QByteArray& buffer, Request& request) const;
    void answer(QTcpSocket* socket, const Request& request);
    void respond(QTcpSocket* socket, const Request& request, int status);
    void openWebSocket(QTcpSocket* socket, const Request& request);
    static void echoFrames(QTcpSocket* socket, QByteArray& buffer);
    QByteArray echo(const Request& request) const;

    QByteArray namespace_;
    QByteArray name_;
    QHash<QTcpSocket*, Stream> streams_;
    QHash<QByteArray, int> tries_; ///< by uuid
    QTcpServer server_;
};
