#include "engine/telemetry/access_log.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace gatehouse::telemetry;
using namespace Qt::StringLiterals;

namespace {

NumberedRecord recordOf(const char* target)
{
    NumberedRecord out;
    out.record.start_us = 1'700'000'000'123'456;
    out.record.total_us = 1500;
    out.record.status = 200;
    out.record.method = Method::get;
    out.record.setTarget(target);
    return out;
}

} // namespace

class AccessLogTest : public QObject
{
    Q_OBJECT

    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void a_line_is_an_object_with_units_in_its_names_and_no_query()
    {
        auto record = recordOf("/books?token=secret").record;
        record.refusal = Refusal::backendTimeout;
        record.traceId[0] = 0xab;
        std::string line;
        appendAccessLine(line, record, {"edge/\"public\"", "catalog", "catalog-v1"});
        QJsonParseError error;
        const auto object = QJsonDocument::fromJson(QByteArray::fromStdString(line), &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, line.c_str());
        QCOMPARE(object.value(u"time"_s).toString(), u"2023-11-14T22:13:20.123456Z"_s);
        QCOMPARE(object.value(u"method"_s).toString(), u"GET"_s);
        QCOMPARE(object.value(u"path"_s).toString(), u"/books"_s);
        QCOMPARE(object.value(u"status"_s).toInt(), 200);
        QCOMPARE(object.value(u"listener"_s).toString(), u"edge/\"public\""_s);
        QCOMPARE(object.value(u"duration_ms"_s).toDouble(), 1.5);
        QCOMPARE(object.value(u"refused_by"_s).toString(), u"backend time-out"_s);
        QCOMPARE(object.value(u"trace_id"_s).toString(), u"ab"_s + QString(30, u'0'));
        QVERIFY(line.find("secret") == std::string::npos);
        QVERIFY(line.find('\n') == std::string::npos);
    }

    void a_full_file_is_rotated_and_the_oldest_goes()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"access.log"_s);
        Hub hub(1);
        AccessLog log(hub, {.path = path.toStdString(), .rotateAt_bytes = 1000, .keep = 2});
        QVERIFY(!log.open());
        for (int i = 0; i < 40; ++i) {
            const auto target = "/" + std::to_string(i);
            const std::vector<NumberedRecord> batch{recordOf(target.c_str())};
            QVERIFY(!log.write(batch));
        }
        const QStringList files = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
        QCOMPARE(files, (QStringList{u"access.log"_s, u"access.log.1"_s, u"access.log.2"_s}));
        QByteArray kept;
        for (const QString& name : {u"access.log.2"_s, u"access.log.1"_s, u"access.log"_s}) {
            const QByteArray text = read(folder.filePath(name));
            QVERIFY2(text.size() <= 1000 && text.endsWith("}\n"), text);
            kept += text;
        }
        // Every line is whole and none is missing between the oldest kept and the newest.
        const auto lines = kept.trimmed().split('\n');
        int next = 40 - int(lines.size());
        QVERIFY(lines.size() > 3 && next > 0);
        for (const QByteArray& line : lines)
            QCOMPARE(QJsonDocument::fromJson(line).object().value(u"path"_s).toString(),
                     u'/' + QString::number(next++));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
        QCOMPARE(log.lost(), std::uint64_t(0));
    }

    void a_log_that_was_there_is_continued()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"access.log"_s);
        Hub hub(1);
        const std::vector<NumberedRecord> batch{recordOf("/")};
        for (int i = 0; i < 2; ++i) {
            AccessLog log(hub, {.path = path.toStdString()});
            QVERIFY(!log.open());
            QVERIFY(!log.write(batch));
        }
        QCOMPARE(read(path).count('\n'), 2);
    }

    void a_full_device_is_said_once_and_its_lines_are_counted()
    {
        Hub hub(1);
        AccessLog log(hub, {.path = "/dev/full"});
        QVERIFY(!log.open());
        const std::vector<NumberedRecord> batch{recordOf("/"), recordOf("/")};
        const auto first = log.write(batch);
        QVERIFY(first);
        QCOMPARE(first->code, std::string("access-log.write-failed"));
        QVERIFY2(first->message.find("/dev/full") != std::string::npos, first->message.c_str());
        QVERIFY(!log.write(batch));
        QCOMPARE(log.lost(), std::uint64_t(4));
    }

    void a_folder_that_is_not_there_is_a_problem_at_once()
    {
        Hub hub(1);
        AccessLog log(hub, {.path = "/no/such/folder/access.log"});
        const auto problem = log.open();
        QVERIFY(problem);
        QCOMPARE(problem->code, std::string("access-log.open-failed"));
    }
};
GATEHOUSE_TEST(AccessLogTest)
#include "access_log_test.moc"
