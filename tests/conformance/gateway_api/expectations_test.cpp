#include "suite_run.h"

#include "tests/support/test_main.h"

/// Every row of the Gateway API expectations that asks for a feature we serve, through live sockets, with the
/// manifests' objects in their order and reversed.
class ExpectationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void a_suite_holds_data();
    void a_suite_holds();
    void cleanupTestCase();

private:
    YAML::Node document_;
    std::string folder_;
    int driven_ = 0;
    QMap<QString, int> left_; ///< rows by the feature that they wait for, both orders
};

namespace {

/// The features of later versions; a row that needs one is left out and counted.
QString waitsFor(const YAML::Node& suite, const QString& manifests)
{
    if (manifests.contains(QLatin1String("type: CORS")))
        return QStringLiteral("CORS");
    if (manifests.contains(QLatin1String("retry:")))
        return QStringLiteral("retry");
    return suite["tls"] ? QStringLiteral("TLS") : QString();
}

int rows(const YAML::Node& list)
{
    return list ? int(list.size()) : 0;
}

QString rowWaitsFor(const YAML::Node& testCase)
{
    if (testCase["expect"]["mirrored_to"])
        return QStringLiteral("mirror");
    const auto protocol = testCase["request"]["protocol"].as<std::string>("");
    if (protocol == "H2" || protocol == "H2C")
        return QStringLiteral("HTTP/2");
    return testCase["request"]["sni"] ? QStringLiteral("TLS") : QString();
}

} // namespace

void ExpectationsTest::initTestCase()
{
    folder_ = qEnvironmentVariable("GATEHOUSE_TESTDATA").toStdString() + "/gateway-api";
    document_ = YAML::LoadFile(folder_ + "/expectations.yaml");
    QVERIFY2(document_["suites"] && document_["suites"].size() > 0, "no suites");
    QCOMPARE(document_["format"].as<int>(), 1);
}

void ExpectationsTest::a_suite_holds_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("reversed");
    for (int i = 0; i < int(document_["suites"].size()); ++i) {
        for (const bool reversed : {false, true})
            QTest::addRow("%s %s", document_["suites"][i]["id"].as<std::string>().c_str(),
                          reversed ? "reversed" : "in order")
                << i << reversed;
    }
}

void ExpectationsTest::a_suite_holds()
{
    QFETCH(int, index);
    QFETCH(bool, reversed);
    const YAML::Node suite = document_["suites"][index];
    QStringList faults = unknownKeys(
        suite,
        {QStringLiteral("id"), QStringLiteral("routes"), QStringLiteral("summary"), QStringLiteral("cases"),
         QStringLiteral("distribution"), QStringLiteral("websocket"), QStringLiteral("status"),
         QStringLiteral("attachment"), QStringLiteral("listener_status"), QStringLiteral("tls"),
         QStringLiteral("backend_note")},
        QStringLiteral("the suite"));
    SuiteRun run(folder_, suite, reversed);
    if (const QString feature = waitsFor(suite, run.manifestText()); !feature.isEmpty()) {
        left_[feature] += rows(suite["cases"]);
        return;
    }
    const QString failure = run.start();
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    if (suite["status"] || suite["attachment"] || suite["listener_status"]) {
        faults << statusFaults(suite, run.status());
        driven_ += rows(suite["status"]) + rows(suite["listener_status"]);
    }
    for (int i = 0; i < rows(suite["cases"]); ++i) {
        const YAML::Node testCase = suite["cases"][i];
        if (const QString feature = rowWaitsFor(testCase); !feature.isEmpty()) {
            ++left_[feature];
            continue;
        }
        if (const QString fault = run.rowFault(testCase, QStringLiteral("row %1").arg(i)); !fault.isEmpty())
            faults << fault;
        ++driven_;
    }
    if (suite["distribution"])
        faults << run.distributionFaults();
    if (suite["websocket"])
        faults << run.webSocketFaults();
    driven_ += (suite["distribution"] ? 1 : 0) + (suite["websocket"] ? 1 : 0);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void ExpectationsTest::cleanupTestCase()
{
    qInfo("%d rows driven", driven_);
    for (auto it = left_.cbegin(); it != left_.cend(); ++it)
        qInfo("%d rows wait for %s", it.value(), qPrintable(it.key()));
    QVERIFY(driven_ > 0);
}

GATEHOUSE_TEST_NEEDS_DATA("gateway-api")
GATEHOUSE_TEST(ExpectationsTest)
#include "expectations_test.moc"
