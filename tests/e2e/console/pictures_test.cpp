#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int limit_ms = 200'000;

/// Frames come each 100 ms, so that up to a tenth of a second's requests may be told to either side of it; a
/// dozen more for Poisson's sake.
bool close(double shown, double counted)
{
    return std::abs(shown - counted) <= std::max(shown, counted) * 0.15 + 12;
}

double countOf(const QJsonObject& second, const char* by, const QString& key)
{
    return second.value(QLatin1String(by)).toObject().value(key).toDouble();
}

} // namespace

/// `gatehouse --screenshot DIR`, as a person runs it: pictures, and numbers that are the engine's own.
class PicturesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    int exitCode_ = -1;
    QByteArray said_;

    QJsonObject numbers(const QString& stem) const
    {
        QFile file(folder_.filePath(u"pictures/"_s + stem + u".json"_s));
        return file.open(QFile::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
    static QJsonObject engineOf(const QJsonObject& numbers) { return numbers.value(u"engine"_s).toObject(); }
    /// The engine's second that ended then; 0 = the last one.
    static QJsonObject secondOf(const QJsonObject& numbers, double to_ms)
    {
        const QJsonArray seconds = engineOf(numbers).value(u"seconds"_s).toArray();
        for (const auto& second : seconds)
            if (to_ms == 0 || second.toObject().value(u"to_ms"_s).toDouble() == to_ms)
                return second.toObject();
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QProcess console;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* place : {"XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
            environment.insert(QLatin1String(place), folder_.path());
        environment.remove(u"QT_QPA_PLATFORM"_s);
        console.setProcessEnvironment(environment);
        console.setProcessChannelMode(QProcess::MergedChannels);
        console.start(QStringLiteral(GATEHOUSE_BIN_DIR "/gatehouse"),
                      {u"--screenshot"_s, folder_.filePath(u"pictures"_s), u"--size"_s, u"1440x900"_s});
        QVERIFY(console.waitForFinished(limit_ms));
        said_ = console.readAll();
        exitCode_ = console.exitStatus() == QProcess::NormalExit ? console.exitCode() : -1;
    }

    void every_page_is_there_light_and_dark_in_both_languages()
    {
        QVERIFY2(exitCode_ == 0, said_);
        const QStringList pictures = QDir(folder_.filePath(u"pictures"_s)).entryList({u"*.png"_s});
        QStringList wanted;
        for (const char* page : {"routes", "traffic"})
            for (const char* theme : {"dark", "light"})
                for (const char* language : {"en", "zh_CN"})
                    wanted.append(u"%1-%2-%3.png"_s.arg(QLatin1String(page), QLatin1String(theme),
                                                        QLatin1String(language)));
        QCOMPARE(pictures, wanted);
        for (const QString& name : pictures) {
            const QImage picture(folder_.filePath(u"pictures/"_s + name));
            QCOMPARE(picture.size(), QSize(1440, 900));
            const QColor ground = picture.pixelColor(720, 898); // the status line's
            QCOMPARE(ground.lightness() < 128, name.contains(u"-dark-"_s));
            QVERIFY(!numbers(QString(name).remove(u".png"_s)).isEmpty());
        }
    }

    void the_status_line_shows_what_the_engine_recorded_data() { everyPicture(u"*"_s); }
    void the_status_line_shows_what_the_engine_recorded()
    {
        QFETCH(QString, stem);
        const QJsonObject all = numbers(stem);
        const QJsonObject status = all.value(u"status"_s).toObject();
        const QJsonObject last = secondOf(all, 0);
        const double total = engineOf(all).value(u"requests"_s).toDouble();
        QVERIFY2(
            total > 0 && std::abs(status.value(u"requests"_s).toDouble() - total) <= 12,
            qPrintable(u"%1 shown, %2 recorded"_s.arg(status.value(u"requests"_s).toDouble()).arg(total)));
        const double rate = status.value(u"rate_per_s"_s).toDouble();
        const double counted = last.value(u"requests"_s).toDouble();
        QVERIFY2(rate > 0 && close(rate, counted),
                 qPrintable(u"%1/s shown, %2 recorded"_s.arg(rate).arg(counted)));
        QCOMPARE(status.value(u"revision"_s), engineOf(all).value(u"revision"_s));
        double failed = 0;
        const QJsonObject byStatus = last.value(u"byStatus"_s).toObject();
        for (auto count = byStatus.begin(); count != byStatus.end(); ++count)
            failed += count.key().startsWith(u'5') ? count->toDouble() : 0;
        const double errors = status.value(u"errorShare"_s).toDouble() * rate;
        QVERIFY2(std::abs(errors - failed) <= 3,
                 qPrintable(u"%1/s shown, %2 recorded"_s.arg(errors).arg(failed)));
        const double p99_ms = status.value(u"p99_ms"_s).toDouble();
        double slowest_ms = 0;
        const QJsonArray seconds = engineOf(all).value(u"seconds"_s).toArray();
        for (const auto& second : seconds)
            slowest_ms = std::max(slowest_ms, second.toObject().value(u"slowest_ms"_s).toDouble());
        QVERIFY2(p99_ms >= last.value(u"p50_ms"_s).toDouble() && p99_ms <= slowest_ms * 1.1,
                 qPrintable(u"p99 %1, slowest %2"_s.arg(p99_ms).arg(slowest_ms)));
    }

    void the_charts_show_what_the_engine_recorded_data() { everyPicture(u"traffic-*"_s); }
    void the_charts_show_what_the_engine_recorded()
    {
        QFETCH(QString, stem);
        const QJsonObject all = numbers(stem);
        const QJsonObject chart = all.value(u"charts"_s).toObject().value(u"requests"_s).toObject();
        const QJsonObject second = secondOf(all, chart.value(u"at_ms"_s).toDouble());
        QVERIFY2(!second.isEmpty(), "no second of the engine ends where the chart's bin does");
        double sum = 0;
        for (auto series = chart.begin(); series != chart.end(); ++series) {
            if (series.key() == u"at_ms"_s)
                continue;
            sum += series->toDouble();
            if (series.key() == u"others"_s)
                continue;
            const double counted = countOf(second, "byRoute", series.key());
            QVERIFY2(
                close(series->toDouble(), counted),
                qPrintable(
                    u"%1: %2/s shown, %3 recorded"_s.arg(series.key()).arg(series->toDouble()).arg(counted)));
        }
        const double requests = second.value(u"requests"_s).toDouble();
        QVERIFY2(requests > 30 && close(sum, requests),
                 qPrintable(u"%1/s shown, %2 recorded"_s.arg(sum).arg(requests)));
        QCOMPARE(all.value(u"load"_s).toObject().value(u"state"_s).toString(), u"running"_s);
    }

    void the_canvas_shows_what_the_engine_recorded_data() { everyPicture(u"routes-*"_s); }
    void the_canvas_shows_what_the_engine_recorded()
    {
        QFETCH(QString, stem);
        const QJsonObject all = numbers(stem);
        const QJsonObject last = secondOf(all, 0);
        const QJsonObject edges = all.value(u"edges"_s).toObject();
        QMap<QString, double> byBackend; // edges that end at a service
        for (auto edge = edges.begin(); edge != edges.end(); ++edge) {
            const QString key = edge.key().section(u"service/"_s, 1);
            if (!key.isEmpty())
                byBackend[key] += edge->toObject().value(u"rate_per_s"_s).toDouble();
        }
        QVERIFY(byBackend.size() >= 5);
        double sum = 0;
        for (auto backend = byBackend.cbegin(); backend != byBackend.cend(); ++backend) {
            const double counted = countOf(last, "byBackend", backend.key());
            sum += backend.value();
            QVERIFY2(
                close(backend.value(), counted),
                qPrintable(
                    u"%1: %2/s shown, %3 recorded"_s.arg(backend.key()).arg(backend.value()).arg(counted)));
        }
        QVERIFY(sum > 30);
        const QJsonObject tried = all.value(u"try"_s).toObject();
        QCOMPARE(tried.value(u"status"_s).toString(), u"200 OK"_s);
        QVERIFY(tried.value(u"steps"_s).toInt() > 3);
    }

    void a_folder_that_cannot_be_made_is_told()
    {
        QProcess console;
        console.start(QStringLiteral(GATEHOUSE_BIN_DIR "/gatehouse"),
                      {u"--screenshot"_s, u"/proc/none/pictures"_s});
        QVERIFY(console.waitForFinished(limit_ms));
        QCOMPARE(console.exitCode(), 2);
        QVERIFY(console.readAllStandardError().contains("/proc/none/pictures"));
    }

private:
    void everyPicture(const QString& pattern)
    {
        QTest::addColumn<QString>("stem");
        const QStringList names = QDir(folder_.filePath(u"pictures"_s)).entryList({pattern + u".json"_s});
        for (const QString& name : names)
            QTest::newRow(qPrintable(name)) << name.chopped(5);
        if (names.isEmpty())
            QTest::newRow("none came") << QString();
    }
};

GATEHOUSE_TEST(PicturesTest)
#include "pictures_test.moc"
