#include "ui/shell/problem_place.h"

#include <QCoreApplication>
#include <QHash>

namespace gatehouse::ui {

namespace {

struct Words {
    int args;
    const char* text;
};

/// The engine's codes that people meet while they edit. `args` = how many of the problem's args the words
/// use.
const QHash<QString, Words>& table()
{
    static const QHash<QString, Words> words = {
        {QStringLiteral("name.bad"),
         {1,
          QT_TRANSLATE_NOOP("Problem", "“%1” is not a name: lower-case letters, digits, “-” and “.” are.")}},
        {QStringLiteral("name.duplicate"),
         {1, QT_TRANSLATE_NOOP("Problem", "The name “%1” is taken already.")}},
        {QStringLiteral("hostname.bad"), {1, QT_TRANSLATE_NOOP("Problem", "“%1” is not a DNS name.")}},
        {QStringLiteral("hostname.is-address"),
         {1, QT_TRANSLATE_NOOP("Problem", "“%1” is an IP address; a DNS name is expected.")}},
        {QStringLiteral("method.bad"), {1, QT_TRANSLATE_NOOP("Problem", "“%1” is not a method.")}},
        {QStringLiteral("method.case"),
         {2, QT_TRANSLATE_NOOP("Problem", "“%1” is not %2: methods are compared with case.")}},
        {QStringLiteral("regex.bad"),
         {2, QT_TRANSLATE_NOOP("Problem", "“%1” is not a regular expression: %2.")}},
        {QStringLiteral("regex.too-large"),
         {1, QT_TRANSLATE_NOOP("Problem", "“%1” is too large a regular expression.")}},
        {QStringLiteral("path.not-absolute"),
         {1, QT_TRANSLATE_NOOP("Problem", "A path begins with “/”, this one is “%1”.")}},
        {QStringLiteral("path.bad"),
         {1, QT_TRANSLATE_NOOP("Problem", "The path “%1” contains a character that is not allowed.")}},
        {QStringLiteral("filter.empty"), {0, QT_TRANSLATE_NOOP("Problem", "This filter changes nothing.")}},
        {QStringLiteral("filter.no-path"), {0, QT_TRANSLATE_NOOP("Problem", "The new path is missing.")}},
        {QStringLiteral("filter.needs-one-prefix"),
         {0, QT_TRANSLATE_NOOP("Problem",
                               "ReplacePrefixMatch needs a rule with exactly one match, by PathPrefix.")}},
        {QStringLiteral("filter.repeated"),
         {0, QT_TRANSLATE_NOOP("Problem", "A filter of this type stands here already.")}},
        {QStringLiteral("filter.redirect-and-rewrite"),
         {0, QT_TRANSLATE_NOOP("Problem", "A request is either redirected or rewritten, not both.")}},
        {QStringLiteral("listener.bad-address"),
         {1, QT_TRANSLATE_NOOP("Problem", "“%1” is not an IP address.")}},
        {QStringLiteral("listener.beyond-loopback"),
         {1, QT_TRANSLATE_NOOP("Problem", "Other machines can reach this listener at %1.")}},
        {QStringLiteral("listener.not-served"),
         {0, QT_TRANSLATE_NOOP("Problem", "Only HTTP is served so far; this listener stays closed.")}},
        {QStringLiteral("listener.port-taken"),
         {1, QT_TRANSLATE_NOOP("Problem", "Another program listens at %1 already.")}},
        {QStringLiteral("listener.port-shared"),
         {1, QT_TRANSLATE_NOOP("Problem", "Another gateway listens at %1.")}},
        {QStringLiteral("listener.duplicate"),
         {1, QT_TRANSLATE_NOOP("Problem",
                               "Another listener of this gateway has the same port %1 and hostname.")}},
        {QStringLiteral("route.unknown-gateway"),
         {1, QT_TRANSLATE_NOOP("Problem", "There is no gateway “%1”.")}},
        {QStringLiteral("route.unknown-listener"),
         {2, QT_TRANSLATE_NOOP("Problem", "The gateway “%1” has no listener “%2”.")}},
        {QStringLiteral("route.unknown-port"),
         {2, QT_TRANSLATE_NOOP("Problem", "No such listener of “%1” has the port %2.")}},
        {QStringLiteral("route.duplicate-parent"),
         {1, QT_TRANSLATE_NOOP("Problem", "The route attaches to “%1” already.")}},
        {QStringLiteral("route.no-parent"),
         {0, QT_TRANSLATE_NOOP("Problem", "The route attaches to no listener, so it serves nothing.")}},
        {QStringLiteral("route.not-accepted"),
         {2, QT_TRANSLATE_NOOP("Problem", "The listener doesn't take this route (%1): %2")}},
        {QStringLiteral("rule.no-backend"),
         {0, QT_TRANSLATE_NOOP("Problem", "The rule has no backend: its requests are answered with 500.")}},
        {QStringLiteral("rule.no-weight"),
         {0, QT_TRANSLATE_NOOP("Problem", "All weights are 0: the rule's requests are answered with 500.")}},
        {QStringLiteral("backend.unknown"),
         {1, QT_TRANSLATE_NOOP("Problem", "There is no service “%1”: this share is answered with 500.")}},
        {QStringLiteral("backend.unknown-port"),
         {2,
          QT_TRANSLATE_NOOP("Problem", "The service “%1” has no port %2: this share is answered with 500.")}},
        {QStringLiteral("service.no-endpoints"),
         {1, QT_TRANSLATE_NOOP("Problem", "No server answers for the service “%1”.")}},
        {QStringLiteral("load.no-weight"),
         {0, QT_TRANSLATE_NOOP("Problem", "All weights are 0: nothing would be sent.")}},
        {QStringLiteral("load.ramp-too-long"),
         {0, QT_TRANSLATE_NOOP("Problem", "The rate would still be growing when the load ends.")}},
        {QStringLiteral("engine.refused"), {1, QT_TRANSLATE_NOOP("Problem", "The engine refused: %1")}},
    };
    return words;
}

} // namespace

QString problemText(const api::ProblemInfo& problem)
{
    const auto found = table().constFind(QString::fromStdString(problem.code));
    if (found == table().constEnd() || int(problem.args.size()) < found->args)
        return QString::fromStdString(problem.message);
    QString text = QCoreApplication::translate("Problem", found->text);
    for (int i = 0; i < found->args; ++i)
        text.replace(QLatin1Char('%') + QString::number(i + 1),
                     QString::fromStdString(problem.args[std::size_t(i)]));
    return text;
}

QString problemHint(const api::ProblemInfo& problem)
{
    return QString::fromStdString(problem.hint);
}

} // namespace gatehouse::ui
