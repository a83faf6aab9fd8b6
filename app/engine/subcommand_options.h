#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// The command line of one subcommand, read the same way everywhere:
///     app::SubcommandOptions options("lint", help);
///     options.flag("--json", asJson).files(files);
///     if (const auto code = options.read(args))
///         return *code;
/// What is declared by reference must live until read() returns.
namespace gatehouse::app {

class SubcommandOptions
{
public:
    using Take = std::function<bool(const QString& value)>; ///< false: the value is not understood

    SubcommandOptions(const char* subcommand, const char* help);

    SubcommandOptions& flag(const char* name, bool& given);
    /// `takes` ends the sentence about a wrong value: "it takes a loopback address and a port".
    SubcommandOptions& value(const char* name, const char* takes, Take take);
    /// Every value up to the next option; may be given again.
    SubcommandOptions& values(const char* name, const char* takes, Take take);
    SubcommandOptions& text(const char* name, const char* takes, QString& into); ///< not empty
    SubcommandOptions& workers(int& count); ///< "--workers"; sets the default: cores - 1, at least 1
    SubcommandOptions& file(QString& into); ///< one word that belongs to no option; "-" is one
    SubcommandOptions& files(QStringList& into);

    /// The exit code if the program ends here: 0 after --help, 2 after wrong usage, both said.
    std::optional<int> read(const QStringList& args) const;

    /// Says what is wrong and where help is. Returns the exit code, 2.
    int wrong(const std::string& words) const;

private:
    struct Option {
        QString name;
        QString takes;
        Take take; ///< none for a flag
        bool* given = nullptr;
        bool many = false;
    };

    const Option* find(const QString& name) const;

    const char* subcommand_;
    const char* help_;
    std::vector<Option> options_;
    Take word_; ///< takes what belongs to no option
};

} // namespace gatehouse::app
