#include "tests/support/test_main.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <map>

namespace {

struct Entry {
    QString translation;
    bool finished = true;
};

/// "context | source | comment" → what the file says.
std::map<QString, Entry> entriesOf(const QString& path)
{
    std::map<QString, Entry> out;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return out;
    QXmlStreamReader xml(&file);
    QString context, source, comment;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            source.clear();
            comment.clear();
        } else if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            const bool finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            out[context + QLatin1String(" | ") + source + QLatin1String(" | ") + comment] = {text, finished};
        }
    }
    return out;
}

QStringList placesIn(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%[1-9n]"));
    QStringList out;
    for (auto found = place.globalMatch(text); found.hasNext();)
        out << found.next().captured();
    out.sort();
    out.removeDuplicates();
    return out;
}

const QString chinese = QStringLiteral(GATEHOUSE_SOURCE_DIR "/translations/gatehouse_zh_CN.ts");

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everything_is_translated();
    void the_same_places_stand_in_both_languages();
    void no_text_of_the_source_is_missing();
};

void TranslationsTest::everything_is_translated()
{
    const auto entries = entriesOf(chinese);
    QVERIFY(entries.size() > 500);
    for (const auto& [key, entry] : entries)
        QVERIFY2(entry.finished && !entry.translation.isEmpty(), qPrintable(key));
}

void TranslationsTest::the_same_places_stand_in_both_languages()
{
    for (const auto& [key, entry] : entriesOf(chinese)) {
        const QString source = key.section(QLatin1String(" | "), 1, 1);
        QVERIFY2(placesIn(source) == placesIn(entry.translation), qPrintable(key + QLatin1String(" → ") + entry.translation));
    }
}

/// lupdate on an empty file says what there is to translate.
void TranslationsTest::no_text_of_the_source_is_missing()
{
    const QString lupdate = QStringLiteral(GATEHOUSE_LUPDATE);
    QVERIFY2(QFile::exists(lupdate), "lupdate (qt6-l10n-tools) is needed");
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(QStringLiteral("gatehouse_zh_CN.ts"));
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(GATEHOUSE_SOURCE_DIR));
    process.start(lupdate, {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                            QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("app"), QStringLiteral("ui"),
                            QStringLiteral("engine"), QStringLiteral("-ts"), fresh});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    const auto known = entriesOf(chinese);
    const auto wanted = entriesOf(fresh);
    QVERIFY(wanted.size() > 500);
    QStringList missing;
    for (const auto& [key, entry] : wanted) {
        if (known.count(key) == 0)
            missing << key;
    }
    QVERIFY2(missing.isEmpty(),
             qPrintable(QStringLiteral("run translations/update and translate:\n") + missing.join(u'\n')));
}

GATEHOUSE_TEST(TranslationsTest)
#include "translations_test.moc"
