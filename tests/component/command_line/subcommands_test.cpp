#include "tests/support/test_main.h"

#include "program.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

const QByteArray sound = R"({"gatehouse":1,"name":"Test",
"gateways":[{"name":"edge","listeners":[{"name":"public"}]}],
"routes":[{"name":"shop","parentRefs":[{"name":"edge"}],"rules":[{"backendRefs":[{"name":"shop-v1"}]}]}],
"services":[{"name":"shop-v1","endpoints":[{"address":"127.0.0.1","port":9001}]}]}
)";

/// The members of `value` that a schema's object `place` does not know, by path.
void unknownMembers(const QJsonValue& value, const QJsonObject& place, const QJsonObject& definitions,
                    const QString& path, QStringList& unknown)
{
    QJsonObject schema = place;
    if (const QString ref = schema.value(u"$ref"_s).toString(); !ref.isEmpty())
        schema = definitions.value(ref.section(u'/', -1)).toObject();
    for (const char* key : {"anyOf", "oneOf"}) {
        const QJsonArray ways = schema.value(QLatin1String(key)).toArray();
        for (const QJsonValue& way : ways) {
            QStringList found;
            unknownMembers(value, way.toObject(), definitions, path, found);
            if (found.isEmpty())
                return;
        }
    }
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            unknownMembers(items[i], schema.value(u"items"_s).toObject(), definitions,
                           path + u'/' + QString::number(i), unknown);
        return;
    }
    const QJsonObject object = value.toObject();
    const QJsonObject members = schema.value(u"properties"_s).toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (members.contains(it.key()))
            unknownMembers(it.value(), members.value(it.key()).toObject(), definitions,
                           path + u'/' + it.key(), unknown);
        else if (!schema.value(u"additionalProperties"_s).isObject())
            unknown << path + u'/' + it.key();
    }
}

} // namespace

/// The subcommands as a shell or a script uses them.
class SubcommandsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    QString file(const char* name, const QByteArray& text)
    {
        const QString path = folder_.filePath(QString::fromLatin1(name));
        return writeFile(path, text) ? path : QString();
    }

private Q_SLOTS:
    void each_has_help_with_an_example_and_refuses_what_it_does_not_know_data()
    {
        QTest::addColumn<QString>("name");
        const QByteArray overview = runProgram({u"--help"_s}).out;
        const auto lines = overview.split('\n');
        for (const QByteArray& line : lines) {
            if (line.startsWith("  ") && line.size() > 2 && line[2] >= 'a' && line[2] <= 'z' &&
                !line.contains("gatehouse-engine")) {
                const QString name = QString::fromLatin1(line.trimmed().split(' ').first());
                QTest::newRow(qPrintable(name)) << name;
            }
        }
    }
    void each_has_help_with_an_example_and_refuses_what_it_does_not_know()
    {
        QFETCH(QString, name);
        const Ended help = runProgram({name, u"--help"_s});
        QCOMPARE(help.code, 0);
        QVERIFY2(help.out.startsWith("Usage: gatehouse-engine " + name.toLatin1()), help.out);
        const auto example = help.out.indexOf("\nExample:\n");
        QVERIFY2(example > 0 && help.out.indexOf("gatehouse-engine " + name.toLatin1(), example) > 0,
                 help.out);
        QVERIFY2(help.out.contains("Exit code: "), help.out);
        QVERIFY(help.err.isEmpty());
        const Ended wrong = runProgram({name, u"--nonsense"_s});
        QCOMPARE(wrong.code, 2);
        QVERIFY(wrong.out.isEmpty());
        QVERIFY2(wrong.err.startsWith("gatehouse-engine " + name.toLatin1() + ": "), wrong.err);
        QVERIFY2(wrong.err.contains("--nonsense"), wrong.err);
        QVERIFY2(wrong.err.contains("Try: gatehouse-engine " + name.toLatin1() + " --help"), wrong.err);
    }

    void eight_subcommands_are_listed_and_another_name_is_wrong_usage()
    {
        const Ended overview = runProgram({u"--help"_s});
        QCOMPARE(overview.code, 0);
        for (const char* name : {"serve", "run", "proxy", "lint", "schema", "import", "export", "services"})
            QVERIFY2(overview.out.contains(QByteArray("\n  ") + name + ' '), name);
        const Ended wrong = runProgram({u"lnit"_s});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.err.contains("lnit"), wrong.err);
        QCOMPARE(runProgram({}).code, 2);
    }

    void what_is_needed_or_misspelt_is_named_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name, const QStringList& arguments, const char* words) {
            QTest::newRow(name) << arguments << QByteArray(words);
        };
        row("lint without file", {u"lint"_s}, "name a workspace file");
        row("lint of a missing file", {u"lint"_s, u"/no/such/file"_s}, "/no/such/file");
        row("export of two", {u"export"_s, u"a"_s, u"b"_s}, "one file at a time");
        row("import without file", {u"import"_s}, "name a YAML file");
        row("value missing", {u"import"_s, u"x.yaml"_s, u"--gateway-class"_s},
            "--gateway-class needs a value");
        row("option for a value", {u"proxy"_s, u"--from"_s, u"--to"_s}, "--from needs a value");
        row("proxy without --to", {u"proxy"_s, u"--from"_s, u"127.0.0.1:0"_s}, "--to");
        row("not an address", {u"proxy"_s, u"--from"_s, u"here"_s}, "--from can't be 'here'");
        row("workers", {u"run"_s, u"x.json"_s, u"--workers"_s, u"0"_s}, "--workers can't be '0'");
        row("admin for all", {u"run"_s, u"x.json"_s, u"--admin"_s, u"0.0.0.0:1"_s}, "loopback");
        row("serve", {u"serve"_s}, "--socket is needed");
        row("no demo", {u"services"_s, u"--demo"_s, u"shop"_s}, "there is bookshop");
        row("schema of a file", {u"schema"_s, u"x"_s}, "belongs to no option");
        row("gateway class", {u"run"_s, u"--gateway-api"_s, u"x.yaml"_s}, "--gateway-class is needed");
        row("standard input", {u"run"_s, u"--gateway-api"_s, u"-"_s}, "read again");
        row("map", {u"run"_s, u"--gateway-api"_s, u"x"_s, u"--map"_s, u"shop=127.0.0.1:1"_s},
            "NAMESPACE/SERVICE");
    }
    void what_is_needed_or_misspelt_is_named()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, words);
        const Ended ended = runProgram(arguments);
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.err.contains(words), ended.err);
        QVERIFY(ended.out.isEmpty());
    }

    void lint_says_what_and_where()
    {
        const Ended fine = runProgram({u"lint"_s, file("sound.json", sound)});
        QCOMPARE(fine.code, 0);
        QVERIFY2(!fine.out.contains(": error: "), fine.out);

        QByteArray broken = sound;
        broken.replace("\"backendRefs\"", "\"backendRef\"");
        const QString path = file("broken.json", broken);
        const Ended wrong = runProgram({u"lint"_s, path});
        QCOMPARE(wrong.code, 1);
        QVERIFY2(wrong.out.startsWith(path.toUtf8() + ":3:"), wrong.out);
        QVERIFY2(wrong.out.contains("backendRefs"), wrong.out); // did you mean

        const Ended asJson = runProgram({u"lint"_s, u"--json"_s, u"-"_s}, broken);
        QCOMPARE(asJson.code, 1);
        const QJsonObject problem = asJson.json().value(u"problems"_s).toArray().at(0).toObject();
        QCOMPARE(problem.value(u"file"_s).toString(), u"stdin"_s);
        QCOMPARE(problem.value(u"line"_s).toInt(), 3);
        QVERIFY(problem.value(u"column"_s).toInt() > 1);
        QCOMPARE(problem.value(u"pointer"_s).toString(), u"/routes/0/rules/0/backendRef"_s);
    }

    void a_file_that_is_not_json_or_from_a_newer_version_is_refused_with_its_place_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("bad JSON") << QByteArray("{\"gatehouse\":1,\n  \"name\" \"x\"}\n")
                                  << QByteArray(":2:10: error: ") << QByteArray();
        QTest::newRow("unknown member")
            << QByteArray("{\"gatehouse\":1,\n \"name\":\"x\",\n \"gatways\":[]}\n")
            << QByteArray(":3:12: error: ") << QByteArray("gateways");
        QTest::newRow("newer version") << QByteArray("{\n\"gatehouse\": 999, \"name\":\"x\"}\n")
                                       << QByteArray(":2:") << QByteArray("999");
        QTest::newRow("twice") << QByteArray("{\"gatehouse\":1,\"name\":\"x\",\n\"name\":\"y\"}\n")
                               << QByteArray(":2:8: error: ") << QByteArray("name");
    }
    void a_file_that_is_not_json_or_from_a_newer_version_is_refused_with_its_place()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, place);
        QFETCH(QByteArray, word);
        const QString path = file("bad.json", text);
        for (const QStringList& arguments : {QStringList{u"run"_s, path}, QStringList{u"services"_s, path},
                                             QStringList{u"lint"_s, path}, QStringList{u"export"_s, path}}) {
            const Ended ended = runProgram(arguments);
            const QByteArray said = ended.out + ended.err;
            const bool finds = arguments[0] == u"lint" || arguments[0] == u"export";
            QCOMPARE(ended.code, finds ? 1 : 2);
            QVERIFY2(said.contains(path.toUtf8() + place), said);
            QVERIFY2(said.contains(word), said);
        }
    }

    void the_schema_knows_every_member_of_the_demo_workspace()
    {
        const Ended pretty = runProgram({u"schema"_s});
        const Ended line = runProgram({u"schema"_s, u"--json"_s});
        QCOMPARE(pretty.code, 0);
        QCOMPARE(line.out.count('\n'), 1);
        QCOMPARE(pretty.json(), line.json());
        const QJsonObject schema = pretty.json();
        QCOMPARE(schema.value(u"$schema"_s).toString(), u"https://json-schema.org/draft/2020-12/schema"_s);
        const QJsonValue demo = QJsonDocument::fromJson(readFile(bookshopFile())).object();
        QStringList unknown;
        unknownMembers(demo, schema, schema.value(u"$defs"_s).toObject(), {}, unknown);
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u' ')));
        QJsonObject misspelt = demo.toObject();
        misspelt.insert(u"gatways"_s, QJsonArray());
        unknownMembers(misspelt, schema, schema.value(u"$defs"_s).toObject(), {}, unknown);
        QCOMPARE(unknown, QStringList{u"/gatways"_s});
    }

    void what_is_exported_imports_to_the_same_manifests()
    {
        const Ended first = runProgram({u"export"_s, bookshopFile(), u"--gateway-class"_s, u"mine"_s});
        QCOMPARE(first.code, 0);
        QVERIFY2(first.out.contains("gatewayClassName: mine"), first.out.left(600));
        const Ended imported = runProgram({u"import"_s, u"-"_s, u"--gateway-class"_s, u"mine"_s}, first.out);
        QVERIFY2(imported.code == 0, imported.err);
        const QString path = file("imported.json", imported.out);
        QVERIFY(runProgram({u"lint"_s, path}).code == 0);
        const Ended second = runProgram({u"export"_s, path, u"--gateway-class"_s, u"mine"_s});
        static const QRegularExpression implied(u"\n *namespace: default(?=\n)"_s); // an import spells it out
        QCOMPARE(QString::fromUtf8(second.out).remove(implied), QString::fromUtf8(first.out).remove(implied));
        const Ended line =
            runProgram({u"import"_s, u"--json"_s, u"-"_s, u"--gateway-class"_s, u"mine"_s}, first.out);
        QCOMPARE(line.out.count('\n'), 1);
        QCOMPARE(line.json(), imported.json());
        const auto names = [](const QJsonObject& workspace, const QString& list) {
            QStringList out;
            const QJsonArray all = workspace.value(list).toArray();
            for (const QJsonValue& each : all)
                out << each.toObject().value(u"name"_s).toString();
            return out;
        };
        const QJsonObject demo = QJsonDocument::fromJson(readFile(bookshopFile())).object();
        for (const QString& list : {u"gateways"_s, u"routes"_s, u"services"_s})
            QCOMPARE(names(imported.json(), list), names(demo, list));
    }

    void manifests_with_errors_are_not_imported()
    {
        const QString path = file("bad.yaml", "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n"
                                              "metadata: {name: r}\nspec:\n  rules: 5\n");
        const Ended ended = runProgram({u"import"_s, path});
        QCOMPARE(ended.code, 1);
        QVERIFY(ended.out.isEmpty());
        QVERIFY2(ended.err.startsWith(path.toUtf8() + ":5:"), ended.err);
        QCOMPARE(runProgram({u"import"_s, u"-"_s}, "a: [").code, 1);
    }

    void demo_services_print_urls_until_they_are_ended()
    {
        EngineProcess services;
        QVERIFY2(services.start({u"services"_s, u"--demo"_s, u"bookshop"_s, u"--json"_s}),
                 qPrintable(services.output()));
        const QJsonArray list =
            QJsonDocument::fromJson(services.output().toUtf8()).object().value(u"services"_s).toArray();
        QVERIFY(list.size() >= 5);
        for (const QJsonValue& each : list) {
            for (const QString& member : {u"key"_s, u"app"_s, u"version"_s, u"url"_s})
                QVERIFY2(!each.toObject().value(member).toString().isEmpty(), qPrintable(member));
        }
        services.process().terminate();
        QVERIFY(services.process().waitForFinished(10'000));
        QCOMPARE(services.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(services.process().exitCode(), 0);
    }
};
GATEHOUSE_TEST(SubcommandsTest)
#include "subcommands_test.moc"
