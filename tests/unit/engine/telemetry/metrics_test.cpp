#include "engine/telemetry/metrics.h"
#include "tests/support/test_main.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace gatehouse::telemetry;
using namespace Qt::StringLiterals;

namespace {

/// The text exposition format 0.0.4, read strictly: what a line breaks is in `wrong`.
struct Exposition {
    struct Family {
        QString type;
        bool helped = false;
        int samples = 0;
    };
    QHash<QString, Family> families;
    QHash<QString, double> samples; ///< by name{labels}
    QStringList wrong;

    explicit Exposition(const QString& text)
    {
        if (!text.endsWith(u'\n'))
            wrong << u"the last line has no end"_s;
        const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
        for (const QString& line : lines)
            line.startsWith(u'#') ? comment(line) : sample(line);
    }

private:
    void comment(const QString& line)
    {
        static const QRegularExpression shape(u"^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$"_s);
        const auto match = shape.match(line);
        if (!match.hasMatch())
            return void(wrong << line);
        current_ = match.captured(2);
        Family& family = families[current_];
        if (family.samples > 0)
            wrong << u"said after its samples: "_s + line;
        if (match.captured(1) == u"HELP") {
            if (std::exchange(family.helped, true))
                wrong << u"helped twice: "_s + line;
            return;
        }
        static const QSet<QString> types{u"counter"_s, u"gauge"_s, u"histogram"_s};
        if (!family.type.isEmpty() || !types.contains(match.captured(3)))
            wrong << line;
        family.type = match.captured(3);
    }

    void sample(const QString& line)
    {
        static const QRegularExpression shape(
            uR"(^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\[\\"n])*",?)*\})? (\S+)$)"_s);
        const auto match = shape.match(line);
        bool number = false;
        const double value = match.captured(3).toDouble(&number);
        QString family = match.captured(1);
        if (families.value(current_).type == u"histogram")
            family.remove(QRegularExpression(u"_(bucket|sum|count)$"_s));
        if (!match.hasMatch() || !number || family != current_)
            return void(wrong << line);
        ++families[family].samples;
        const QString key = match.captured(1) + match.captured(2);
        if (samples.contains(key))
            wrong << u"twice: "_s + line;
        samples[key] = value;
        if (families.value(family).type == u"counter" && value < 0)
            wrong << line;
    }

    QString current_;
};

} // namespace

/// What a scrape reads, against the format and the naming conventions.
class MetricsTest : public QObject
{
    Q_OBJECT

    Hub hub_{2};
    Collector collector_{hub_};

    Exposition scrape()
    {
        collector_.tick();
        return Exposition(QString::fromStdString(prometheusText(
            hub_, collector_, {.cpu_s = 1.25, .rss_bytes = 1u << 30, .version = "1.\"2\\\n"})));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const LegId first = hub_.leg("edge/public", "catalog", "catalog-v1");
        const LegId odd = hub_.leg("a\"b\\c\nd", "r", "");
        for (int i = 0; i < 5; ++i)
            hub_.worker(i % 2).count(first, {.status = 200, .total_us = std::uint64_t(900 * (i + 1))});
        hub_.worker(0).count(first, {.status = 503, .refused = true, .total_us = 40'000'000});
        hub_.worker(1).count(odd, {.status = 0, .total_us = 10});
    }

    void every_line_keeps_to_the_format()
    {
        const Exposition text = scrape();
        QVERIFY2(text.wrong.isEmpty(), qPrintable(text.wrong.join(u'\n')));
        QVERIFY(text.families.size() > 10);
        for (auto it = text.families.begin(); it != text.families.end(); ++it) {
            QVERIFY2(it->helped && !it->type.isEmpty(), qPrintable(it.key()));
            QVERIFY2(it->samples > 0, qPrintable(it.key()));
        }
    }

    void names_carry_their_unit_and_counters_their_total()
    {
        const Exposition text = scrape();
        for (auto it = text.families.begin(); it != text.families.end(); ++it) {
            const QString& name = it.key();
            QVERIFY2(name.startsWith(u"gatehouse_") || name.startsWith(u"process_"), qPrintable(name));
            QCOMPARE(name.endsWith(u"_total"), it->type == u"counter");
            QVERIFY2(!name.contains(QRegularExpression(u"_(ms|us|milliseconds|kb|percent)(_|$)"_s)),
                     qPrintable(name));
        }
        QCOMPARE(text.families.value(u"gatehouse_request_duration_seconds"_s).type, u"histogram"_s);
        QCOMPARE(text.families.value(u"process_cpu_seconds_total"_s).type, u"counter"_s);
        QCOMPARE(text.families.value(u"process_resident_memory_bytes"_s).type, u"gauge"_s);
    }

    void a_histogram_grows_to_its_count_and_sums_in_seconds()
    {
        const Exposition text = scrape();
        const QString labels = u"{listener=\"edge/public\",route=\"catalog\",backend=\"catalog-v1\""_s;
        const QString name = u"gatehouse_request_duration_seconds"_s;
        double before = 0;
        int buckets = 0;
        for (const double bound : durationBounds_s) {
            const QString key =
                name + u"_bucket"_s + labels + u",le=\""_s + QString::number(bound) + u"\"}"_s;
            QVERIFY2(text.samples.contains(key), qPrintable(key));
            QVERIFY(text.samples.value(key) >= before);
            before = text.samples.value(key);
            ++buckets;
        }
        QVERIFY(buckets > 5);
        QCOMPARE(text.samples.value(name + u"_bucket"_s + labels + u",le=\"+Inf\"}"_s), 6.0);
        QCOMPARE(text.samples.value(name + u"_count"_s + labels + u'}'), 6.0);
        QVERIFY(qFuzzyCompare(text.samples.value(name + u"_sum"_s + labels + u'}'), 40.0135));
        QCOMPARE(text.samples.value(u"gatehouse_requests_total"_s + labels + u",code_class=\"2xx\"}"_s), 5.0);
        QCOMPARE(text.samples.value(u"gatehouse_requests_total"_s + labels + u",code_class=\"5xx\"}"_s), 1.0);
        QCOMPARE(text.samples.value(u"gatehouse_requests_refused_total"_s + labels + u'}'), 1.0);
    }

    void a_client_that_left_is_counted_apart()
    {
        const Exposition text = scrape();
        QCOMPARE(text.samples.value(u"gatehouse_requests_total{listener=\"a\\\"b\\\\c\\nd\",route=\"r\","
                                    "backend=\"\",code_class=\"none\"}"_s),
                 1.0);
    }
};
GATEHOUSE_TEST(MetricsTest)
#include "metrics_test.moc"
