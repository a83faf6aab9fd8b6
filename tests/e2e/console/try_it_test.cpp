#include "tests/support/test_main.h"

#include "console_rig.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QJsonObject>
#include <QLineEdit>
#include <QTcpServer>
#include <QTcpSocket>

using namespace gatehouse;
using namespace Qt::StringLiterals;
using tests::ConsoleRig;
using tests::limit_ms;

namespace {

/// A backend that takes a request and never answers it.
class SilentBackend : public QTcpServer
{
public:
    SilentBackend()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this,
                    [this, socket] { asked = asked || socket->readAll().contains("GET /reviews"); });
            connect(socket, &QTcpSocket::disconnected, this, [this] { left = true; });
        });
        listen(QHostAddress::LocalHost);
    }
    bool asked = false;
    bool left = false;
};

/// The service reviews, at that port of this machine instead of the demo's.
void placeReviewsAt(ConsoleRig& rig, std::uint16_t port)
{
    rig.document().edit(u"Place reviews elsewhere"_s, [port](workspace::Workspace& w) {
        for (auto& service : w.services) {
            if (service.name != "reviews")
                continue;
            service.demo.reset();
            service.endpoints = {{.port = port}};
        }
    });
}

void compose(ConsoleRig& rig, const QString& listener, const QString& target)
{
    auto* through = rig.find<QComboBox>(u"routes.try.listener"_s);
    through->setCurrentIndex(through->findData(listener));
    auto* field = rig.find<QLineEdit>(u"routes.try.target"_s);
    field->selectAll();
    QTest::keyClicks(field, target);
}

} // namespace

/// Try it, where it doesn't go well.
class TryItTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_slow_answer_is_counted_and_can_be_stopped()
    {
        SilentBackend backend;
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        placeReviewsAt(rig, backend.serverPort());
        QVERIFY(rig.serves());
        compose(rig, u"edge/public"_s, u"/reviews?book=3"_s);
        rig.click(u"routes.try.send"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.text(u"routes.try.send"_s), u"Stop"_s, limit_ms);
        QVERIFY2(rig.text(u"routes.try.summary"_s).contains(u"so far"_s),
                 qPrintable(rig.text(u"routes.try.summary"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(backend.asked, limit_ms);
        QElapsedTimer asked;
        asked.start();
        rig.click(u"routes.try.send"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.text(u"routes.try.status"_s), u"Stopped"_s, limit_ms);
        QVERIFY2(asked.elapsed() < 1000, qPrintable(QString::number(asked.elapsed())));
        QCOMPARE(rig.text(u"routes.try.send"_s), u"Send"_s);
        QTRY_VERIFY_WITH_TIMEOUT(backend.left, limit_ms); // and the gateway gave it up as well

        compose(rig, u"edge/public"_s, u"/catalog/books/1"_s);
        rig.click(u"routes.try.send"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.text(u"routes.try.status"_s), u"200 OK"_s, limit_ms);
    }

    void a_backend_that_is_down_is_named_by_the_trace()
    {
        std::uint16_t port = 0;
        {
            SilentBackend gone;
            port = gone.serverPort();
        }
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        placeReviewsAt(rig, port);
        QVERIFY(rig.serves());
        compose(rig, u"edge/public"_s, u"/reviews?book=3"_s);
        rig.click(u"routes.try.send"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rig.text(u"routes.try.status"_s).startsWith(u"50"_s), limit_ms);
        const QJsonObject tried = rig.window().currentPage()->readOuts().value(u"try"_s).toObject();
        QCOMPARE(tried.value(u"route"_s).toString(), u"reviews"_s);
        QCOMPARE(tried.value(u"backend"_s).toString(), u"reviews"_s);
    }

    void the_chosen_listener_is_kept_over_a_restart_of_the_engine()
    {
        ConsoleRig rig;
        rig.openBookshop();
        QVERIFY(rig.serves());
        compose(rig, u"edge/internal"_s, u"/users/me"_s);
        rig.window().findChild<QAction*>(u"run.restart"_s)->trigger();
        QVERIFY(rig.serves());
        QCOMPARE(rig.find<QComboBox>(u"routes.try.listener"_s)->currentData().toString(), u"edge/internal"_s);
        rig.click(u"routes.try.send"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rig.text(u"routes.try.status"_s), u"200 OK"_s, limit_ms);
    }
};

GATEHOUSE_TEST(TryItTest)
#include "try_it_test.moc"
