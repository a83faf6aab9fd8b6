#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QDir>
#include <QtGlobal>

#include <cstdio>
#include <cstring>

#ifdef GATEHOUSE_TESTS_WIDGETS
#include <QApplication>
using Application = QApplication;
#else
using Application = QCoreApplication;
#endif

namespace gatehouse::tests {

std::vector<Registered>& registry()
{
    static std::vector<Registered> all;
    return all;
}

std::vector<const char*>& neededData()
{
    static std::vector<const char*> all;
    return all;
}

} // namespace gatehouse::tests

namespace {

/// The exit code that the data's absence asks for; 0 = go on.
int missingData()
{
    const QString root = qEnvironmentVariable("GATEHOUSE_TESTDATA");
    for (const char* folder : gatehouse::tests::neededData()) {
        if (root.isEmpty()) {
            std::fprintf(stderr, "skipped: GATEHOUSE_TESTDATA is not set, %s is not here\n", folder);
            return 77;
        }
        if (!QDir(root + QLatin1Char('/') + QLatin1String(folder)).exists()) {
            std::fprintf(stderr, "%s has no folder %s\n", qPrintable(root), folder);
            return 1;
        }
    }
    return 0;
}

} // namespace

/// Runs every registered class, or with `--class NAME` that one alone; other arguments go to Qt Test.
int main(int argc, char** argv)
{
    QByteArray only;
    std::vector<char*> rest;
    for (int i = 0; i < argc; ++i) {
        if (i + 1 < argc && std::strcmp(argv[i], "--class") == 0)
            only = argv[++i];
        else
            rest.push_back(argv[i]);
    }
    int restCount = int(rest.size());
    Application app(restCount, rest.data());
    if (const int code = missingData(); code != 0)
        return code;
    int failed = 0;
    int ran = 0;
    for (const auto& entry : gatehouse::tests::registry()) {
        if (!only.isEmpty() && only != entry.name)
            continue;
        ++ran;
        auto object = entry.make();
        failed += QTest::qExec(object.get(), restCount, rest.data());
    }
    if (ran == 0) {
        std::fprintf(stderr, "no test class ran\n");
        return 1;
    }
    return failed == 0 ? 0 : 1;
}
