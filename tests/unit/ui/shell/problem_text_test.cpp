#include "tests/support/test_main.h"

#include "ui/shell/problem_place.h"
#include "ui/shell/problem_words.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::ui;

namespace {

QString read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList sourcesIn(const QStringList& rooms)
{
    QStringList out;
    for (const QString& room : rooms) {
        QDirIterator files(QStringLiteral(GATEHOUSE_SOURCE_DIR "/") + room, {QStringLiteral("*.cpp")});
        while (files.hasNext())
            out << files.next();
    }
    return out;
}

/// The arguments of a call, from just behind its "(": split at commas outside brackets and quotes.
QStringList argumentsAt(const QString& text, qsizetype at)
{
    QStringList arguments{QString()};
    int depth = 0;
    for (bool quoted = false; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'\\' && quoted) {
            arguments.last() += text.mid(at, 2);
            ++at;
            continue;
        }
        if (c == u'"')
            quoted = !quoted;
        if (!quoted && (c == u'(' || c == u'{'))
            ++depth;
        if (!quoted && (c == u')' || c == u'}') && depth-- == 0)
            return arguments;
        if (!quoted && c == u',' && depth == 0)
            arguments.append(QString());
        else
            arguments.last() += c;
    }
    return {};
}

QString unescaped(QString literal)
{
    return literal.replace(QLatin1String("\\\""), QLatin1String("\"")).replace(QLatin1String("\\\\"), QLatin1String("\\"));
}

/// String literals in an expression; those that stand side by side are one.
QStringList literalsIn(const QString& expression)
{
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    QStringList out;
    qsizetype end = -1;
    for (auto found = literal.globalMatch(expression); found.hasNext();) {
        const auto match = found.next();
        const bool joined = end >= 0 && expression.mid(end, match.capturedStart() - end).trimmed().isEmpty();
        end = match.capturedEnd();
        if (joined)
            out.last() += unescaped(match.captured(1));
        else
            out << unescaped(match.captured(1));
    }
    return out;
}

bool knowsCode(const QString& code)
{
    const auto words = problemWords();
    return std::any_of(words.begin(), words.end(),
                       [&](const ProblemWords& each) { return code == QLatin1String(each.code); });
}

bool knowsSentence(const QString& text)
{
    const auto known = problemSentences();
    return std::any_of(known.begin(), known.end(), [&](const char* each) { return text == QString::fromUtf8(each); });
}

/// The beginning of a sentence with a variable part.
bool knowsPart(const QString& text)
{
    const auto frames = problemFrames();
    return std::any_of(frames.begin(), frames.end(), [&](const char* each) {
        const QString before = QString::fromUtf8(each).section(QLatin1String("%1"), 0, 0);
        return !before.isEmpty() && text.startsWith(before);
    });
}

} // namespace

class ProblemTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_code_of_the_engine_has_words();
    void every_hint_of_a_lint_has_words();
    void every_hint_of_a_required_member_has_words();
    void values_stand_in_the_sentence();
    void a_sentence_around_a_value_is_known_by_its_frame();
    void an_unknown_code_keeps_its_english();
};

void ProblemTextTest::every_code_of_the_engine_has_words()
{
    // Where problems of a document are made; a code is a string "group.what" in them.
    const QStringList rooms{QStringLiteral("engine/base"), QStringLiteral("engine/workspace"), QStringLiteral("engine/policy")};
    QStringList files = sourcesIn(rooms);
    files << QStringLiteral(GATEHOUSE_SOURCE_DIR "/engine/control/compile.cpp")
          << QStringLiteral(GATEHOUSE_SOURCE_DIR "/engine/control/problem_info.cpp")
          << QStringLiteral(GATEHOUSE_SOURCE_DIR "/engine/http/socket.cpp");
    static const QRegularExpression code(QStringLiteral("\"([a-z]+\\.[a-z]+(?:-[a-z]+)*)\""));
    // Of the YAML import, which the command line alone does, and one of a name.
    static const QRegularExpression foreign(QStringLiteral("^(gateway-api|kubernetes|gateway)\\."));
    int seen = 0;
    QStringList missing;
    for (const QString& file : files) {
        if (file.contains(QLatin1String("gateway_api")))
            continue;
        for (auto found = code.globalMatch(read(file)); found.hasNext();) {
            const QString each = found.next().captured(1);
            if (foreign.match(each).hasMatch())
                continue;
            ++seen;
            if (!knowsCode(each))
                missing << each;
        }
    }
    QVERIFY2(seen > 80, "the codes weren't found where they are expected");
    missing.removeDuplicates();
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("add to ui/shell/problem_words.cpp: ") + missing.join(u' ')));
}

void ProblemTextTest::every_hint_of_a_lint_has_words()
{
    static const QRegularExpression call(QStringLiteral("context\\s*\\.\\s*(?:error|warning|info)\\s*\\("));
    int seen = 0;
    QStringList missing;
    for (const QString& file : sourcesIn({QStringLiteral("engine/workspace")})) {
        const QString text = read(file);
        for (auto found = call.globalMatch(text); found.hasNext();) {
            const QStringList arguments = argumentsAt(text, found.next().capturedEnd());
            if (arguments.size() < 5)
                continue;
            for (const QString& literal : literalsIn(arguments[4])) {
                ++seen;
                if (literal.contains(u' ') && !knowsSentence(literal) && !knowsPart(literal))
                    missing << literal;
            }
        }
    }
    QVERIFY2(seen > 30, "the hints weren't found where they are expected");
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("add to ui/shell/problem_words.cpp: ") + missing.join(u'\n')));
}

void ProblemTextTest::every_hint_of_a_required_member_has_words()
{
    static const QRegularExpression rule(QStringLiteral("\\{(\\.member[^}]*)\\}"));
    const QString text = read(QStringLiteral(GATEHOUSE_SOURCE_DIR "/engine/workspace/rules.h"));
    int seen = 0;
    for (auto found = rule.globalMatch(text); found.hasNext();) {
        const QString each = found.next().captured(1);
        if (!each.contains(QLatin1String(".required")) && !each.contains(QLatin1String(".minLength")))
            continue;
        ++seen;
        const QString hint = literalsIn(each.section(QLatin1String(".text"), 1)).value(0);
        QVERIFY2(knowsSentence(hint), qPrintable(QStringLiteral("add to ui/shell/problem_words.cpp: ") + hint));
    }
    QVERIFY(seen > 20);
}

void ProblemTextTest::values_stand_in_the_sentence()
{
    api::ProblemInfo problem;
    problem.code = "route.unknown-listener";
    problem.args = {"edge%2", "public"};
    QCOMPARE(problemText(problem), QStringLiteral("The gateway “edge%2” has no listener “public”."));
    problem.args = {"edge"}; // too few: not half a sentence
    problem.message = "The gateway \"edge\" lacks it.";
    QCOMPARE(problemText(problem), QStringLiteral("The gateway \"edge\" lacks it."));
}

void ProblemTextTest::a_sentence_around_a_value_is_known_by_its_frame()
{
    api::ProblemInfo problem;
    problem.hint = "Did you mean \"catalog\"?";
    QCOMPARE(problemHint(problem), QStringLiteral("Did you mean \"catalog\"?"));
    problem.hint = "Something new.";
    QCOMPARE(problemHint(problem), QStringLiteral("Something new."));
}

void ProblemTextTest::an_unknown_code_keeps_its_english()
{
    api::ProblemInfo problem;
    problem.code = "future.thing";
    problem.message = "A thing of the future.";
    QCOMPARE(problemText(problem), QStringLiteral("A thing of the future."));
}

GATEHOUSE_TEST(ProblemTextTest)
#include "problem_text_test.moc"
