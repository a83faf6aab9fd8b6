#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <functional>
#include <memory>

/// What the tests of the control plane stand before and behind a gateway with. All in the test's own thread.
namespace gatehouse::tests {

/// A backend of one answer. It waits with it while `holds`.
class Backend : public QTcpServer
{
public:
    Backend()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                seen += socket->readAll();
                waiting_.insert(socket);
                if (!holds)
                    release();
            });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                waiting_.remove(socket);
                socket->deleteLater();
            });
        });
        listen(QHostAddress::LocalHost);
    }

    void release()
    {
        for (auto* socket : std::exchange(waiting_, {}))
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " +
                          QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    QByteArray body = "hello";
    QByteArray seen;
    bool holds = false;

private:
    QSet<QTcpSocket*> waiting_;
};

/// A request under way; its whole answer is there once `done`.
class Asking
{
public:
    Asking(quint16 port, const QByteArray& target, const QByteArray& fields = {})
    {
        QObject::connect(&socket_, &QTcpSocket::readyRead, &socket_, [this] { answer += socket_.readAll(); });
        QObject::connect(&socket_, &QTcpSocket::disconnected, &socket_, [this] { done = true; });
        socket_.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        socket_.write("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + fields +
                      "\r\n");
    }

    int status() const { return answer.mid(9, 3).toInt(); }

    QByteArray answer;
    bool done = false;

private:
    QTcpSocket socket_;
};

/// The whole answer; empty where none came within ten seconds.
inline QByteArray ask(quint16 port, const QByteArray& target, const QByteArray& fields = {})
{
    Asking asking(port, target, fields);
    return QTest::qWaitFor([&] { return asking.done; }, 10'000) ? asking.answer : QByteArray();
}

/// A workspace of one listener edge/public and one route "shop" on /shop to that port.
inline QByteArray shopWorkspace(quint16 backendPort, const QByteArray& prefix = "/shop")
{
    return R"({"gatehouse":1,"name":"Test",
"gateways":[{"name":"edge","listeners":[{"name":"public"}]}],
"routes":[
{"name":"shop","parentRefs":[{"name":"edge"}],"rules":[{
  "matches":[{"path":{"type":"PathPrefix","value":")" +
           prefix + R"("}}],
  "filters":[{"type":"ResponseHeaderModifier","responseHeaderModifier":{"set":[{"name":"x-door","value":"edge"}]}}],
  "backendRefs":[{"name":"shop-v1"}],"timeouts":{"request":"2s","backendRequest":"2s"}}]},
{"name":"posts","parentRefs":[{"name":"edge"}],"rules":[{
  "matches":[{"path":{"type":"PathPrefix","value":")" +
           prefix + R"("},"method":"POST"}],"backendRefs":[{"name":"shop-v1"}]}]}],
"services":[{"name":"shop-v1","endpoints":[{"address":"127.0.0.1","port":)" +
           QByteArray::number(backendPort) + "}]}]}\n";
}

} // namespace gatehouse::tests
