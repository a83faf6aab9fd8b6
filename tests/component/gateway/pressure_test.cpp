#include "rig.h"

#include "tests/support/test_main.h"

using namespace gatehouse;

namespace {

constexpr std::size_t total_bytes = 64u << 20;
constexpr std::size_t bound_bytes = 16u << 20; // sockets hold more of it, but that isn't ours

const std::string block(256u << 10, 'x');

} // namespace

/// One side is faster than the other: the gateway waits instead of keeping what it can't pass on.
class PressureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_slow_reader_holds_its_backend_back()
    {
        std::promise<std::size_t> blocked;
        Backend backend([&](Peer& peer) {
            peer.until("\r\n\r\n");
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(total_bytes) + "\r\n\r\n");
            const auto sent = peer.sendUntilBlocked(block, total_bytes);
            blocked.set_value(sent);
            for (std::size_t left = total_bytes - sent; left > 0;) {
                const auto size = std::min(left, block.size());
                if (!peer.send(std::string_view(block).substr(0, size)))
                    return;
                left -= size;
            }
        });
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer client = gateway.client();
        const auto before = residentMemory_bytes();
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(blocked.get_future().get() < total_bytes);
        QVERIFY(residentMemory_bytes() < before + bound_bytes);
        client.until("\r\n\r\n");
        std::size_t got = 0;
        for (std::string piece; got < total_bytes && client.readSome(piece); piece.clear())
            got += piece.size();
        QCOMPARE(got, total_bytes);
        QVERIFY(residentMemory_bytes() < before + bound_bytes);
    }

    void a_slow_backend_holds_its_client_back()
    {
        std::promise<void> mayRead;
        std::size_t got = 0;
        Backend backend([&](Peer& peer) {
            peer.until("\r\n\r\n");
            mayRead.get_future().wait();
            for (std::string piece; got < total_bytes && peer.readSome(piece); piece.clear())
                got += piece.size();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            peer.toEnd();
        });
        Gateway gateway(1);
        gateway.apply(Gateway::configTo({backend.port()}));
        Peer client = gateway.client();
        const auto before = residentMemory_bytes();
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(total_bytes) +
                    "\r\n\r\n");
        const auto sent = client.sendUntilBlocked(block, total_bytes);
        QVERIFY(sent < total_bytes);
        QVERIFY(residentMemory_bytes() < before + bound_bytes);
        mayRead.set_value();
        for (std::size_t left = total_bytes - sent; left > 0;) {
            const auto size = std::min(left, block.size());
            QVERIFY(client.send(std::string_view(block).substr(0, size)));
            left -= size;
        }
        QCOMPARE(bodyOf(client.answer()), std::string("ok"));
        QCOMPARE(got, total_bytes);
    }
};
GATEHOUSE_TEST(PressureTest)
#include "pressure_test.moc"
