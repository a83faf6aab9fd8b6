#pragma once

#include <QtTest/QtTest>

#include <functional>
#include <memory>
#include <vector>

/// Registers a Qt Test class with the program that its folder becomes:
///     class TokenTest : public QObject { Q_OBJECT private slots: void refuses_an_empty_token(); };
///     GATEHOUSE_TEST(TokenTest)
///     #include "token_test.moc"
namespace gatehouse::tests {

struct Registered {
    const char* name;
    std::function<std::unique_ptr<QObject>()> make;
};
std::vector<Registered>& registry();

struct Registration {
    Registration(const char* name, std::function<std::unique_ptr<QObject>()> make)
    {
        registry().push_back({name, std::move(make)});
    }
};

/// Folders of GATEHOUSE_TESTDATA that the program's tests read.
std::vector<const char*>& neededData();

struct DataNeed {
    explicit DataNeed(const char* folder) { neededData().push_back(folder); }
};

} // namespace gatehouse::tests

#define GATEHOUSE_TEST(Class)                                                                                 \
    static const gatehouse::tests::Registration register##Class{#Class, [] { return std::make_unique<Class>(); }};

/// The program exits with 77 (skipped) before any test starts where GATEHOUSE_TESTDATA is unset, and fails where it
/// lacks the folder. Goes with SKIPS in its gatehouse_tests() line.
#define GATEHOUSE_TEST_NEEDS_DATA(folder)                                                                     \
    static const gatehouse::tests::DataNeed needsTestData{folder};
