#include "http_exchange.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QTcpSocket>
#include <QTest>

#include <functional>
#include <memory>
#include <vector>

namespace {

constexpr int limit_ms = 10'000;

QByteArray headOf(const Ask& ask, const QByteArray& more)
{
    QByteArray out = ask.method + ' ' + ask.path + " HTTP/1.1\r\nHost: " + ask.host + "\r\n" + more;
    for (const auto& [name, value] : ask.headers)
        out += name + ": " + value + "\r\n";
    if (!ask.body.isEmpty())
        out += "Content-Length: " + QByteArray::number(ask.body.size()) + "\r\n";
    return out + "\r\n" + ask.body;
}

QByteArray unchunked(QByteArray bytes)
{
    QByteArray out;
    while (!bytes.isEmpty()) {
        const auto line = bytes.indexOf("\r\n");
        const auto size = bytes.left(line).split(';').first().toLongLong(nullptr, 16);
        if (line < 0 || size <= 0)
            break;
        out += bytes.mid(line + 2, size);
        bytes.remove(0, line + 2 + size + 2);
    }
    return out;
}

bool readHead(const QByteArray& bytes, Answer& answer)
{
    const auto end = bytes.indexOf("\r\n\r\n");
    if (end < 0 || !bytes.startsWith("HTTP/1.")) {
        answer.error = QStringLiteral("no answer: \"%1\"").arg(QString::fromLatin1(bytes.left(200)));
        return false;
    }
    const QByteArrayList lines = bytes.left(end).replace("\r\n", "\n").split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray& line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        answer.fields.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
    }
    answer.body = bytes.mid(end + 4);
    return true;
}

struct Try {
    QTcpSocket socket;
    QByteArray bytes;
};

} // namespace

QByteArray Answer::value(const QByteArray& name) const
{
    QByteArrayList values;
    for (const auto& [fieldName, fieldValue] : fields) {
        if (fieldName == name.toLower())
            values << fieldValue;
    }
    return values.isEmpty() ? QByteArray() : values.join(',') + "";
}

QList<Answer> exchange(quint16 port, const Ask& ask, int count, int concurrency)
{
    QList<Answer> answers;
    std::vector<std::unique_ptr<Try>> tries;
    int begun = 0;
    const QByteArray request = headOf(ask, "Connection: close\r\n");
    const std::function<void()> begin = [&] {
        ++begun;
        auto& now = *tries.emplace_back(std::make_unique<Try>());
        QObject::connect(&now.socket, &QTcpSocket::readyRead, &now.socket,
                         [&now] { now.bytes += now.socket.readAll(); });
        QObject::connect(
            &now.socket, &QTcpSocket::disconnected, &now.socket, [&now, &answers, &begin, &begun, count] {
                now.bytes += now.socket.readAll();
                Answer answer;
                if (readHead(now.bytes, answer) && answer.value("transfer-encoding") == "chunked")
                    answer.body = unchunked(answer.body);
                answers.append(answer);
                if (begun < count)
                    begin();
            });
        now.socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        now.socket.write(request);
    };
    while (begun < std::min(count, concurrency))
        begin();
    if (!QTest::qWaitFor([&] { return answers.size() == count; }, limit_ms)) {
        Answer late;
        late.error = QStringLiteral("%1 of %2 answers came in time").arg(answers.size()).arg(count);
        answers.append(late);
    }
    for (const auto& one : tries)
        one->socket.disconnect();
    return answers;
}

QList<Frame> exchangeFrames(quint16 port, const Ask& ask, const QList<Frame>& frames, QString& error)
{
    const QByteArray key = QByteArray("the nonce of ours").left(16).toBase64();
    QTcpSocket socket;
    QByteArray bytes;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { bytes += socket.readAll(); });
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    socket.write(headOf(ask, "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                             "Sec-WebSocket-Key: " +
                                 key + "\r\n"));
    const bool came = QTest::qWaitFor([&] { return bytes.contains("\r\n\r\n"); }, limit_ms);
    Answer answer;
    const QByteArray accept =
        QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1)
            .toBase64();
    if (!came || !readHead(bytes, answer) || answer.status != 101 ||
        answer.value("sec-websocket-accept") != accept) {
        error = QStringLiteral("no upgrade: \"%1\"").arg(QString::fromLatin1(bytes.left(200)));
        return {};
    }
    bytes = answer.body;
    QList<Frame> echoed;
    for (const Frame& frame : frames) {
        const QByteArray mask = "\x11\x22\x33\x44";
        QByteArray out;
        out += char(0x80 | (frame.text ? 1 : 2));
        out += char(0x80 | int(frame.payload.size()));
        out += mask;
        for (int i = 0; i < frame.payload.size(); ++i)
            out += char(frame.payload[i] ^ mask[i % 4]);
        socket.write(out);
        const auto whole = [&] { return bytes.size() >= 2 && bytes.size() >= 2 + (quint8(bytes[1]) & 0x7f); };
        if (!QTest::qWaitFor(whole, limit_ms)) {
            error = QStringLiteral("frame %1 was not echoed").arg(echoed.size());
            return {};
        }
        echoed.append({(quint8(bytes[0]) & 0x0f) == 1, bytes.mid(2, quint8(bytes[1]) & 0x7f)});
        bytes.remove(0, 2 + (quint8(bytes[1]) & 0x7f));
    }
    return echoed;
}
