#include "raw_client.h"
#include "recording_backend.h"

#include "tests/support/engine_process.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

/// Every raw request of every file in GATEHOUSE_TESTDATA/http (else of our own copy in tests/data/http) goes through
/// `gatehouse-engine proxy` to a recording backend; what came of it must be one of the outcomes that the case allows.
class RawRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void a_careful_gateway_chooses_an_allowed_outcome_data();
    void a_careful_gateway_chooses_an_allowed_outcome();
    void every_kind_of_case_in_the_files_was_driven();

private:
    static QString mismatch(const QJsonObject& accept, const RawExchange& got, const RecordingBackend& backend);

    RecordingBackend backend_;
    EngineProcess engine_;
    quint16 port_ = 0;
    int driven_ = 0;
    QList<QPair<QString, QJsonObject>> cases_;
};

namespace {

bool statusFits(const QString& pattern, int status)
{
    if (pattern == QLatin1String("any"))
        return true;
    for (const QString& option : pattern.split(QLatin1Char('|'))) {
        const QString text = QString::number(status);
        if (option == text || (option.endsWith(QLatin1String("xx")) && option[0] == text[0]))
            return true;
    }
    return false;
}

/// Empty when the request that the backend got is the expected one.
QString requestMismatch(const QJsonObject& want, const RecordingBackend::Request& got)
{
    const auto fail = [](const QString& what, const QString& expected, const QByteArray& came) {
        return QStringLiteral("backend's %1: expected %2, came %3").arg(what, expected, QString::fromLatin1(came));
    };
    if (want.contains(QLatin1String("method")) && want[QLatin1String("method")].toString().toLatin1() != got.method)
        return fail(QStringLiteral("method"), want[QLatin1String("method")].toString(), got.method);
    if (const QJsonValue target = want[QLatin1String("target")]; !target.isUndefined()) {
        QStringList allowed;
        if (target.isArray()) {
            const QJsonArray options = target.toArray();
            for (const QJsonValue& option : options)
                allowed << option.toString();
        } else {
            allowed << target.toString();
        }
        if (!allowed.contains(QString::fromLatin1(got.target)))
            return fail(QStringLiteral("target"), allowed.join(QLatin1Char('|')), got.target);
    }
    if (want.contains(QLatin1String("body")) && want[QLatin1String("body")].toString().toLatin1() != got.body)
        return fail(QStringLiteral("body"), want[QLatin1String("body")].toString(), got.body);
    const QJsonObject headers = want[QLatin1String("headers")].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        QList<QByteArray> allowed;
        if (it.value().isArray()) {
            const QJsonArray options = it.value().toArray();
            for (const QJsonValue& option : options)
                allowed << option.toString().toLatin1();
        } else {
            allowed << it.value().toString().toLatin1();
        }
        const QByteArray value = got.value(it.key().toLatin1());
        if (value.isNull() || !allowed.contains(value))
            return fail(QStringLiteral("field ") + it.key(), QString::fromLatin1(allowed.join('|')), value);
    }
    const QJsonArray absent = want[QLatin1String("absent")].toArray();
    for (const QJsonValue& name : absent) {
        if (const QByteArray value = got.value(name.toString().toLatin1()); !value.isNull())
            return fail(QStringLiteral("field ") + name.toString(), QStringLiteral("none"), value);
    }
    return {};
}

} // namespace

void RawRequestsTest::initTestCase()
{
    const QString folder = qEnvironmentVariable("GATEHOUSE_TESTDATA", QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/data"))
                           + QStringLiteral("/http");
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString& name : files) {
        QFile file(folder + QLatin1Char('/') + name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("cases")].toArray();
        for (const QJsonValue& entry : cases)
            cases_.append({name, entry.toObject()});
    }
    QVERIFY2(!cases_.isEmpty(), qPrintable(QStringLiteral("no raw requests in ") + folder));

    const QByteArray target = "127.0.0.1:" + QByteArray::number(backend_.port());
    QVERIFY2(engine_.start({QStringLiteral("proxy"), QStringLiteral("--from"), QStringLiteral("127.0.0.1:0"),
                            QStringLiteral("--to"), QString::fromLatin1(target), QStringLiteral("--json")}),
             qPrintable(engine_.output()));
    port_ = engine_.firstPort();
    QVERIFY2(port_ != 0, qPrintable(engine_.output()));
}

void RawRequestsTest::a_careful_gateway_chooses_an_allowed_outcome_data()
{
    QTest::addColumn<QJsonObject>("testCase");
    for (const auto& [file, testCase] : std::as_const(cases_))
        QTest::newRow(qPrintable(file + QLatin1Char(' ') + testCase[QLatin1String("id")].toString())) << testCase;
}

QString RawRequestsTest::mismatch(const QJsonObject& accept, const RawExchange& got, const RecordingBackend& backend)
{
    const QJsonValue client = accept[QLatin1String("client")];
    const QJsonArray statuses = client.toArray();
    const bool raw = statuses.size() == 1 && statuses[0].toString() == QLatin1String("raw");
    if (raw != got.unreadable)
        return QStringLiteral("the answer is %1HTTP/1").arg(got.unreadable ? QStringLiteral("not ") : QString());
    if (!raw) {
        if (statuses.size() != got.statuses.size())
            return QStringLiteral("%1 answers expected, %2 came").arg(statuses.size()).arg(got.statuses.size());
        for (int i = 0; i < statuses.size(); ++i) {
            if (!statusFits(statuses[i].toString(), got.statuses[i]))
                return QStringLiteral("status %1 expected, %2 came").arg(statuses[i].toString()).arg(got.statuses[i]);
        }
    }
    const QString connection = accept[QLatin1String("conn")].toString();
    if (connection != QLatin1String("any") && (connection == QLatin1String("close")) != got.closed)
        return QStringLiteral("connection should be %1").arg(connection);
    const QJsonArray requests = accept[QLatin1String("backend")].toArray();
    if (requests.size() != backend.complete().size())
        return QStringLiteral("%1 requests at the backend expected, %2 came").arg(requests.size()).arg(backend.complete().size());
    for (int i = 0; i < requests.size(); ++i) {
        if (const QString wrong = requestMismatch(requests[i].toObject(), backend.complete()[i]); !wrong.isEmpty())
            return wrong;
    }
    if (backend.partial() && !accept[QLatin1String("partial")].toBool())
        return QStringLiteral("a request was begun at the backend and not completed");
    return {};
}

void RawRequestsTest::a_careful_gateway_chooses_an_allowed_outcome()
{
    QFETCH(QJsonObject, testCase);
    backend_.clear();
    const QJsonArray accept = testCase[QLatin1String("accept")].toArray();
    QVERIFY(!accept.isEmpty());
    QVERIFY(testCase.contains(QLatin1String("bytes")) || testCase.contains(QLatin1String("segments")));

    // Nothing is waited for that no outcome allows: an answer ends the wait unless all outcomes want a close.
    int most = 0;
    bool openAllowed = false;
    for (const QJsonValue& option : accept) {
        const QJsonObject outcome = option.toObject();
        most = std::max(most, int(outcome[QLatin1String("client")].toArray().size()));
        openAllowed |= outcome[QLatin1String("conn")].toString() != QLatin1String("close");
    }
    const RawExchange got = exchange(port_, testCase, most, !openAllowed);

    QStringList reasons;
    for (const QJsonValue& option : accept) {
        const QString wrong = mismatch(option.toObject(), got, backend_);
        if (wrong.isEmpty()) {
            reasons.clear();
            break;
        }
        reasons << wrong;
    }
    QVERIFY2(reasons.isEmpty(), qPrintable(reasons.join(QStringLiteral("; or ")) + QStringLiteral(". Answer: ") +
                                           QString::fromLatin1(got.bytes.left(300))));
    QVERIFY2(backend_.violations().isEmpty(), qPrintable(backend_.violations().join(QStringLiteral("; "))));
    QVERIFY2(engine_.running(), "the engine is gone");
    ++driven_;
}

void RawRequestsTest::every_kind_of_case_in_the_files_was_driven()
{
    if (driven_ < cases_.size())
        QFAIL(qPrintable(QStringLiteral("%1 of %2 cases held").arg(driven_).arg(cases_.size())));
}

GATEHOUSE_TEST(RawRequestsTest)
#include "raw_requests_test.moc"
