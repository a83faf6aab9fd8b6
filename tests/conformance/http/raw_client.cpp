#include "raw_client.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QSet>
#include <QTcpSocket>

#include <sys/socket.h>

namespace {

constexpr int answerLimit_ms = 4000; ///< longest wait for an answer or a close that has to come
constexpr int quiet_ms = 150;        ///< how long a connection is watched that has to stay open

/// Splits what came into final responses; false when the last one isn't complete yet.
bool parseResponses(const QByteArray& bytes, const QSet<int>& headResponses, bool closed, RawExchange& out)
{
    out.statuses.clear();
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qsizetype headEnd = bytes.indexOf("\r\n\r\n", at);
        if (headEnd < 0)
            return false;
        const QByteArray head = bytes.mid(at, headEnd - at).toLower();
        if (!head.startsWith("http/1.") || head.size() < 12) {
            out.unreadable = true;
            return true;
        }
        const int status = head.mid(9, 3).toInt();
        at = headEnd + 4;
        if (status >= 100 && status < 200 && status != 101)
            continue;
        const bool noBody = headResponses.contains(int(out.statuses.size())) || status == 204 || status == 304;
        if (noBody) {
            out.statuses << status;
            continue;
        }
        const qsizetype lengthAt = head.indexOf("\r\ncontent-length:");
        if (lengthAt >= 0) {
            const qsizetype valueAt = lengthAt + 17;
            const qsizetype lineEnd = head.indexOf("\r\n", valueAt);
            const qsizetype length = head.mid(valueAt, lineEnd < 0 ? -1 : lineEnd - valueAt).trimmed().toLongLong();
            if (bytes.size() - at < length)
                return false;
            at += length;
        } else if (head.contains("\r\ntransfer-encoding:")) {
            const qsizetype end = bytes.indexOf("0\r\n\r\n", at);
            if (end < 0)
                return false;
            at = end + 5;
        } else {
            if (!closed)
                return false;
            at = bytes.size();
        }
        out.statuses << status;
    }
    return true;
}

void send(QTcpSocket& socket, const QJsonObject& testCase)
{
    if (testCase.contains(QLatin1String("bytes"))) {
        socket.write(testCase[QLatin1String("bytes")].toString().toLatin1());
    } else {
        const QJsonArray segments = testCase[QLatin1String("segments")].toArray();
        for (const QJsonValue& entry : segments) {
            const QJsonObject segment = entry.toObject();
            socket.write(segment[QLatin1String("text")].toString().toLatin1().repeated(
                segment[QLatin1String("repeat")].toInt(1)));
            if (const int pause_ms = segment[QLatin1String("pause_ms")].toInt()) {
                // The case itself asks for the pause: cut reads are what it is about.
                QElapsedTimer pause;
                pause.start();
                while (pause.elapsed() < pause_ms && socket.state() == QAbstractSocket::ConnectedState)
                    QCoreApplication::processEvents(QEventLoop::AllEvents, int(pause_ms - pause.elapsed()));
            }
        }
    }
    if (testCase[QLatin1String("eof")].toBool()) {
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(answerLimit_ms))
            ;
        ::shutdown(int(socket.socketDescriptor()), SHUT_WR); // QTcpSocket can't close one side alone
    }
}

} // namespace

RawExchange exchange(quint16 port, const QJsonObject& testCase, int expectedResponses, bool awaitClose)
{
    RawExchange out;
    QTcpSocket socket;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { out.bytes += socket.readAll(); });
    socket.connectToHost(QHostAddress::LocalHost, port);
    if (!socket.waitForConnected(answerLimit_ms))
        return out;

    QSet<int> headResponses;
    const QJsonArray heads = testCase[QLatin1String("head_responses")].toArray();
    for (const QJsonValue& index : heads)
        headResponses.insert(index.toInt());

    send(socket, testCase);

    const auto isClosed = [&] { return socket.state() == QAbstractSocket::UnconnectedState; };
    QElapsedTimer total;
    total.start();
    QElapsedTimer quiet;
    quiet.start();
    qsizetype seen = -1;
    while (total.elapsed() < answerLimit_ms && !isClosed()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        if (seen != out.bytes.size()) {
            seen = out.bytes.size();
            quiet.restart();
        }
        const bool whole = parseResponses(out.bytes, headResponses, false, out);
        if (!awaitClose && whole && out.statuses.size() >= expectedResponses && quiet.elapsed() > quiet_ms)
            break;
    }
    out.closed = isClosed();
    out.bytes += socket.readAll();
    parseResponses(out.bytes, headResponses, out.closed, out);
    return out;
}
