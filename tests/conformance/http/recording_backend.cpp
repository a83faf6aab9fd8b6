#include "recording_backend.h"

#include <QTcpSocket>

#include <cstring>

namespace {

bool isToken(const QByteArray& text)
{
    static constexpr char extra[] = "!#$%&'*+-.^_`|~";
    for (const char c : text) {
        const bool alnum = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!alnum && (c == 0 || !std::strchr(extra, c)))
            return false;
    }
    return !text.isEmpty();
}

bool hasControl(const QByteArray& text, bool tabAllowed)
{
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && !(tabAllowed && c == '\t')) || byte == 0x7f)
            return true;
    }
    return false;
}

} // namespace

QByteArray RecordingBackend::Request::value(const QByteArray& name) const
{
    QByteArray joined;
    bool found = false;
    for (const auto& [fieldName, fieldValue] : fields) {
        if (fieldName != name.toLower())
            continue;
        joined += (found ? ", " : "") + fieldValue;
        found = true;
    }
    return found ? (joined.isNull() ? QByteArray("") : joined) : QByteArray();
}

RecordingBackend::RecordingBackend()
{
    server_.listen(QHostAddress::LocalHost);
    connect(&server_, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = server_.nextPendingConnection()) {
            streams_.insert(socket, {});
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                brokenOff_ |= !streams_.value(socket).buffer.isEmpty();
                streams_.remove(socket);
                socket->deleteLater();
            });
        }
    });
}

bool RecordingBackend::partial() const
{
    if (brokenOff_)
        return true;
    for (const Stream& stream : streams_) {
        if (!stream.buffer.isEmpty())
            return true;
    }
    return false;
}

void RecordingBackend::clear()
{
    complete_.clear();
    violations_.clear();
    brokenOff_ = false;
    // What an earlier case left behind must not be taken for this one's.
    const auto sockets = streams_.keys();
    for (QTcpSocket* socket : sockets) {
        if (!streams_[socket].buffer.isEmpty()) {
            streams_[socket].buffer.clear();
            socket->abort();
        }
    }
    brokenOff_ = false;
}

void RecordingBackend::read(QTcpSocket* socket)
{
    streams_[socket].buffer += socket->readAll();
    Request request;
    while (streams_.contains(socket) && takeRequest(streams_[socket], request)) {
        complete_.append(request);
        socket->write(request.method == "HEAD" ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"
                                               : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        request = {};
    }
}

bool RecordingBackend::takeRequest(Stream& stream, Request& request)
{
    const qsizetype headEnd = stream.buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    if (!parseHead(stream.buffer.left(headEnd), request)) {
        stream.buffer.clear();
        return false;
    }
    const qsizetype end = readBody(stream.buffer, headEnd + 4, request);
    if (end == -2)
        stream.buffer.clear();
    if (end < 0)
        return false;
    stream.buffer.remove(0, end);
    return true;
}

bool RecordingBackend::parseHead(const QByteArray& head, Request& request)
{
    qsizetype at = 0;
    bool first = true;
    int hosts = 0;
    while (at <= head.size()) {
        qsizetype end = head.indexOf("\r\n", at);
        if (end < 0)
            end = head.size();
        const QByteArray line = head.mid(at, end - at);
        at = end + 2;
        if (hasControl(line, true)) {
            violation(QStringLiteral("control byte, bare CR or bare LF in a head"), line);
            return false;
        }
        if (first) {
            const QList<QByteArray> parts = line.split(' ');
            if (parts.size() != 3 || !isToken(parts[0]) || parts[1].isEmpty() || parts[2] != "HTTP/1.1") {
                violation(QStringLiteral("request line"), line);
                return false;
            }
            request.method = parts[0];
            request.target = parts[1];
            first = false;
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (line.startsWith(' ') || line.startsWith('\t') || colon <= 0 || !isToken(line.left(colon))) {
            violation(QStringLiteral("field line"), line);
            return false;
        }
        request.fields.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
        hosts += request.fields.back().first == "host";
    }
    if (hosts != 1) {
        violation(QStringLiteral("%1 Host fields").arg(hosts), head);
        return false;
    }
    return true;
}

qsizetype RecordingBackend::readBody(const QByteArray& bytes, qsizetype at, Request& request)
{
    const QByteArray length = request.value("content-length");
    const QByteArray coding = request.value("transfer-encoding");
    if (!length.isNull() && !coding.isNull()) {
        violation(QStringLiteral("Content-Length beside Transfer-Encoding"), coding);
        return -2;
    }
    if (!coding.isNull()) {
        if (!coding.toLower().endsWith("chunked")) {
            violation(QStringLiteral("transfer coding"), coding);
            return -2;
        }
        return readChunks(bytes, at, request);
    }
    if (length.isNull())
        return at;
    bool ok = false;
    const qulonglong size = length.toULongLong(&ok);
    if (!ok || length.startsWith('+') || length.startsWith('-')) {
        violation(QStringLiteral("Content-Length"), length);
        return -2;
    }
    if (bytes.size() - at < qsizetype(size))
        return -1;
    request.body = bytes.mid(at, qsizetype(size));
    return at + qsizetype(size);
}

qsizetype RecordingBackend::readChunks(const QByteArray& bytes, qsizetype at, Request& request)
{
    for (;;) {
        const qsizetype lineEnd = bytes.indexOf("\r\n", at);
        if (lineEnd < 0)
            return -1;
        const QByteArray sizeText = bytes.mid(at, lineEnd - at).split(';').first();
        bool ok = false;
        const qulonglong size = sizeText.toULongLong(&ok, 16);
        if (!ok || sizeText.size() > 16 || hasControl(bytes.mid(at, lineEnd - at), true) || sizeText.contains('x') ||
            sizeText.contains('+') || sizeText.contains(' ')) {
            violation(QStringLiteral("chunk size line"), bytes.mid(at, lineEnd - at));
            return -2;
        }
        at = lineEnd + 2;
        if (size == 0)
            break;
        if (bytes.size() - at < qsizetype(size) + 2)
            return -1;
        request.body += bytes.mid(at, qsizetype(size));
        if (bytes.mid(at + qsizetype(size), 2) != "\r\n") {
            violation(QStringLiteral("chunk data not followed by CRLF"), bytes.mid(at, 40));
            return -2;
        }
        at += qsizetype(size) + 2;
    }
    for (;;) { // trailer section
        const qsizetype lineEnd = bytes.indexOf("\r\n", at);
        if (lineEnd < 0)
            return -1;
        const QByteArray line = bytes.mid(at, lineEnd - at);
        at = lineEnd + 2;
        if (line.isEmpty())
            return at;
        const qsizetype colon = line.indexOf(':');
        static const QList<QByteArray> forbidden{"content-length", "transfer-encoding", "host", "trailer"};
        if (colon <= 0 || !isToken(line.left(colon)) || hasControl(line, true) ||
            forbidden.contains(line.left(colon).toLower())) {
            violation(QStringLiteral("trailer"), line);
            return -2;
        }
    }
}

void RecordingBackend::violation(const QString& what, const QByteArray& bytes)
{
    violations_ << what + QStringLiteral(": ") + QString::fromLatin1(bytes.left(120).toPercentEncoding(" /:;,=?&()"));
}
