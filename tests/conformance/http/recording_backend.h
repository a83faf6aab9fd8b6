#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>

class QTcpSocket;

/// An upstream that trusts nobody: it parses every request by the letter of RFC 9112, answers 200 with two bytes (none
/// for HEAD), keeps the connection, and remembers what came and what a careful gateway must never have sent.
class RecordingBackend : public QObject
{
    Q_OBJECT

public:
    struct Request {
        QByteArray method;
        QByteArray target;
        QList<QPair<QByteArray, QByteArray>> fields; ///< names in lower case
        QByteArray body;

        /// All lines of a field joined by ", "; null when there is none.
        QByteArray value(const QByteArray& name) const;
    };

    RecordingBackend();

    quint16 port() const { return server_.serverPort(); }
    const QList<Request>& complete() const { return complete_; }
    const QStringList& violations() const { return violations_; } ///< bytes that a strict parser refuses
    bool partial() const; ///< a request was begun since clear() and isn't complete
    void clear();

private:
    struct Stream {
        QByteArray buffer;
        bool begun = false;
    };

    void read(QTcpSocket* socket);
    bool takeRequest(Stream& stream, Request& request);
    bool parseHead(const QByteArray& head, Request& request);
    /// Position behind the body, -1 when more bytes are needed, -2 on a violation.
    qsizetype readBody(const QByteArray& bytes, qsizetype at, Request& request);
    qsizetype readChunks(const QByteArray& bytes, qsizetype at, Request& request);
    void violation(const QString& what, const QByteArray& bytes);

    QHash<QTcpSocket*, Stream> streams_;
    QList<Request> complete_;
    QStringList violations_;
    bool brokenOff_ = false; ///< a connection closed in the middle of a request
    QTcpServer server_; ///< last: its sockets say that they end while the rest is still there
};
