#include "tests/support/echo_backend.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

namespace {

int durationOf_ms(const QByteArray& text)
{
    if (text.endsWith("ms"))
        return text.chopped(2).toInt();
    return text.endsWith('s') ? int(text.chopped(1).toDouble() * 1000) : 0;
}

/// Position behind a chunked body that begins at `at`; -1 when more is needed.
qsizetype chunkedEnd(const QByteArray& bytes, qsizetype at)
{
    while (true) {
        const auto line = bytes.indexOf("\r\n", at);
        if (line < 0)
            return -1;
        const auto size = bytes.mid(at, line - at).split(';').first().trimmed().toLongLong(nullptr, 16);
        at = line + 2;
        if (size == 0) {
            while (true) { // trailers
                const auto end = bytes.indexOf("\r\n", at);
                if (end < 0)
                    return -1;
                if (end == at)
                    return at + 2;
                at = end + 2;
            }
        }
        at += size + 2;
        if (at > bytes.size())
            return -1;
    }
}

} // namespace

QByteArray EchoBackend::Request::value(const QByteArray& name) const
{
    QByteArrayList values;
    for (const auto& [fieldName, fieldValue] : fields) {
        if (fieldName == name)
            values << fieldValue;
    }
    return values.join(',');
}

QByteArray EchoBackend::Request::query(const QByteArray& name) const
{
    const auto mark = target.indexOf('?');
    if (mark < 0)
        return {};
    for (const QByteArray& part : target.mid(mark + 1).split('&')) {
        if (part.startsWith(name + '='))
            return QByteArray::fromPercentEncoding(part.mid(name.size() + 1));
    }
    return {};
}

EchoBackend::EchoBackend(QByteArray namespace_, QByteArray name)
    : namespace_(std::move(namespace_)), name_(std::move(name))
{
    server_.listen(QHostAddress::LocalHost, 0);
    QObject::connect(&server_, &QTcpServer::newConnection, &server_, [this] {
        while (QTcpSocket* socket = server_.nextPendingConnection()) {
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            streams_.insert(socket, {});
            QObject::connect(socket, &QTcpSocket::readyRead, &server_, [this, socket] { read(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, &server_, [this, socket] {
                streams_.remove(socket);
                socket->deleteLater();
            });
        }
    });
}

void EchoBackend::read(QTcpSocket* socket)
{
    const auto stream = streams_.find(socket);
    if (stream == streams_.end())
        return;
    stream->buffer += socket->readAll();
    if (stream->webSocket)
        return echoFrames(socket, stream->buffer);
    Request request;
    if (!stream->busy && takeRequest(stream->buffer, request)) {
        stream->busy = true;
        answer(socket, request);
    }
}

bool EchoBackend::takeRequest(QByteArray& buffer, Request& request) const
{
    const auto end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QByteArrayList lines = buffer.left(end).replace("\r\n", "\n").split('\n');
    const QByteArrayList start = lines.first().split(' ');
    request = {start.value(0), start.value(1), start.value(2), {}};
    for (const QByteArray& line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        request.fields.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
    }
    qsizetype after = end + 4 + request.value("content-length").toLongLong();
    if (request.value("transfer-encoding").toLower().endsWith("chunked"))
        after = chunkedEnd(buffer, end + 4);
    if (after < 0 || after > buffer.size())
        return false;
    buffer.remove(0, after);
    return true;
}

void EchoBackend::answer(QTcpSocket* socket, const Request& request)
{
    const QByteArray path = request.target.split('?').first();
    if (path == "/ws" && request.value("upgrade").toLower() == "websocket")
        return openWebSocket(socket, request);
    int status = 200;
    int delay_ms = durationOf_ms(request.query("delay"));
    if (path.startsWith("/retry/") &&
        ++tries_[request.query("uuid")] <= request.query("succeedAfter").toInt()) {
        status = request.query("responseCode").toInt(); // 0: a reset
        delay_ms = durationOf_ms(request.query("delayRetry"));
    }
    if (delay_ms == 0)
        return respond(socket, request, status);
    QTimer::singleShot(delay_ms, socket,
                       [this, socket, request, status] { respond(socket, request, status); });
}

void EchoBackend::respond(QTcpSocket* socket, const Request& request, int status)
{
    if (status == 0)
        return socket->abort();
    const QByteArray body = echo(request);
    QByteArray out = "HTTP/1.1 " + QByteArray::number(status) + " Echo\r\nContent-Type: application/json\r\n";
    for (const QByteArray& pair : request.value("x-echo-set-header").split(',')) {
        if (const auto colon = pair.indexOf(':'); colon > 0)
            out += pair.left(colon).trimmed() + ": " + pair.mid(colon + 1).trimmed() + "\r\n";
    }
    out += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    socket->write(request.method == "HEAD" ? out : out + body);
    const auto stream = streams_.find(socket);
    if (stream == streams_.end())
        return;
    stream->busy = false;
    if (!stream->buffer.isEmpty())
        read(socket);
}

QByteArray EchoBackend::echo(const Request& request) const
{
    QJsonObject headers;
    for (const auto& field : request.fields)
        headers[QString::fromLatin1(field.first)] = QString::fromLatin1(request.value(field.first));
    const QJsonObject out{{QStringLiteral("method"), QString::fromLatin1(request.method)},
                          {QStringLiteral("path"), QString::fromLatin1(request.target)},
                          {QStringLiteral("host"), QString::fromLatin1(request.value("host"))},
                          {QStringLiteral("protocol"), QString::fromLatin1(request.protocol)},
                          {QStringLiteral("headers"), headers},
                          {QStringLiteral("namespace"), QString::fromLatin1(namespace_)},
                          {QStringLiteral("name"), QString::fromLatin1(name_)}};
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

void EchoBackend::openWebSocket(QTcpSocket* socket, const Request& request)
{
    const QByteArray key = request.value("sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    const QByteArray accept = QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64();
    socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  "Sec-WebSocket-Accept: " +
                  accept + "\r\n\r\n");
    Stream& stream = streams_[socket];
    stream.webSocket = true;
    echoFrames(socket, stream.buffer);
}

/// Masked frames of at most 125 bytes in, the same unmasked out.
void EchoBackend::echoFrames(QTcpSocket* socket, QByteArray& buffer)
{
    while (buffer.size() >= 6) {
        const auto length = quint8(buffer[1]) & 0x7f;
        if (length > 125 || (quint8(buffer[1]) & 0x80) == 0)
            return socket->abort();
        if (buffer.size() < 6 + length)
            return;
        QByteArray frame = buffer.left(1) + char(length);
        for (int i = 0; i < length; ++i)
            frame += char(buffer[6 + i] ^ buffer[2 + i % 4]);
        buffer.remove(0, 6 + length);
        socket->write(frame);
    }
}
