#include "ui/routes/field_help.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace gatehouse::ui {
namespace {

struct Help {
    const char* member; ///< the end of a pointer without its indexes
    const char* text;
};

constexpr Help helps[] = {
    {"name", QT_TRANSLATE_NOOP("FieldHelp", "The name, unique among things of its kind: lower-case letters, "
                                            "digits, “-” and “.”. References to it are renamed too.")},
    {"address",
     QT_TRANSLATE_NOOP("FieldHelp", "The IP address to bind. Everything beyond 127.0.0.0/8 and ::1 "
                                    "can be reached by other machines.")},
    {"port",
     QT_TRANSLATE_NOOP("FieldHelp",
                       "The TCP port to bind; 0 takes any free one and keeps it while the engine runs.")},
    {"protocol", QT_TRANSLATE_NOOP("FieldHelp", "The protocol spoken on the socket.")},
    {"hostname", QT_TRANSLATE_NOOP("FieldHelp", "Only requests for this host are taken; *.example.org takes "
                                                "every host below it; empty takes any.")},
    {"app", QT_TRANSLATE_NOOP("FieldHelp", "Groups the versions of one service; empty means the name.")},
    {"version", QT_TRANSLATE_NOOP("FieldHelp", "Which version this service is, such as v1; may be empty.")},
    {"demo/app",
     QT_TRANSLATE_NOOP("FieldHelp", "A demo server that Gatehouse runs on a free loopback port, or "
                                    "servers of your own at the endpoints below.")},
    {"demo/latency_ms", QT_TRANSLATE_NOOP("FieldHelp", "The median of the demo's delay before it answers.")},
    {"demo/errorShare",
     QT_TRANSLATE_NOOP("FieldHelp", "How many of a hundred answers of the demo are a 500.")},
    {"endpoints/address",
     QT_TRANSLATE_NOOP("FieldHelp", "The IP address of a server; names are not resolved.")},
    {"endpoints/port", QT_TRANSLATE_NOOP("FieldHelp", "The TCP port at which the server listens.")},
    {"hostnames",
     QT_TRANSLATE_NOOP("FieldHelp", "Only requests for these hosts match; *.example.org takes every "
                                    "host below it; without any, every host matches.")},
    {"parentRefs", QT_TRANSLATE_NOOP("FieldHelp", "The listeners whose requests this route may take.")},
    {"rules/name", QT_TRANSLATE_NOOP("FieldHelp", "A name for the rule, shown in decision traces.")},
    {"matches/path/type",
     QT_TRANSLATE_NOOP(
         "FieldHelp",
         "Exact: the whole path. PathPrefix: whole path elements from the start: /a takes /a and "
         "/a/b, not /ab. RegularExpression: RE2 syntax, the whole path.")},
    {"matches/path/value", QT_TRANSLATE_NOOP("FieldHelp", "The path to match; it begins with “/”.")},
    {"method", QT_TRANSLATE_NOOP("FieldHelp", "The request's method, compared with case; empty takes any.")},
    {"headers/name", QT_TRANSLATE_NOOP("FieldHelp", "The header that must be there; compared without case.")},
    {"queryParams/name", QT_TRANSLATE_NOOP("FieldHelp", "The query parameter that must be there.")},
    {"value",
     QT_TRANSLATE_NOOP("FieldHelp", "The value that is wanted, as a whole; with “.*” pressed it is a "
                                    "regular expression in RE2 syntax.")},
    {"set/name", QT_TRANSLATE_NOOP("FieldHelp", "A header that gets this value, whatever it had.")},
    {"set/value", QT_TRANSLATE_NOOP("FieldHelp", "The header's value from now on.")},
    {"add/name", QT_TRANSLATE_NOOP("FieldHelp", "A header that gets one more value.")},
    {"add/value", QT_TRANSLATE_NOOP("FieldHelp", "The value that is added to what is there.")},
    {"remove", QT_TRANSLATE_NOOP("FieldHelp", "A header that is taken away.")},
    {"requestRedirect/scheme", QT_TRANSLATE_NOOP("FieldHelp", "The scheme that the client is sent to.")},
    {"requestRedirect/hostname", QT_TRANSLATE_NOOP("FieldHelp", "The host that the client is sent to.")},
    {"requestRedirect/port", QT_TRANSLATE_NOOP("FieldHelp", "The port that the client is sent to.")},
    {"requestRedirect/statusCode",
     QT_TRANSLATE_NOOP("FieldHelp",
                       "301 and 308 are permanent; 307 and 308 keep the method; 303 makes it GET.")},
    {"urlRewrite/hostname", QT_TRANSLATE_NOOP("FieldHelp", "The host that the backend is asked for.")},
    {"path/type",
     QT_TRANSLATE_NOOP("FieldHelp", "ReplaceFullPath: the whole path. ReplacePrefixMatch: the part "
                                    "that a PathPrefix matched.")},
    {"path/replaceFullPath", QT_TRANSLATE_NOOP("FieldHelp", "The new path.")},
    {"path/replacePrefixMatch",
     QT_TRANSLATE_NOOP("FieldHelp", "What stands for the matched prefix; the rest of the path follows.")},
    {"weight",
     QT_TRANSLATE_NOOP("FieldHelp", "The backend's part of the rule's requests is its weight over the "
                                    "sum of all; 0 takes none.")},
    {"backendRefs", QT_TRANSLATE_NOOP("FieldHelp", "The service that the requests go to.")},
    {"backendRefs/port", QT_TRANSLATE_NOOP("FieldHelp", "Which of the service's ports is asked.")},
    {"timeouts/request",
     QT_TRANSLATE_NOOP("FieldHelp", "From the first byte of a request to the last of its answer: 10s, 500ms, "
                                    "1m30s; 0s is no limit.")},
    {"timeouts/backendRequest",
     QT_TRANSLATE_NOOP(
         "FieldHelp",
         "One attempt at a backend, not longer than the request: 10s, 500ms, 1m30s; 0s is no limit.")},
};

QString withoutIndexes(const QString& pointer)
{
    QStringList parts = pointer.split(u'/');
    parts.erase(std::remove_if(parts.begin(), parts.end(),
                               [](const QString& part) {
                                   bool isIndex = false;
                                   part.toInt(&isIndex);
                                   return isIndex;
                               }),
                parts.end());
    return parts.join(u'/');
}

} // namespace

QString fieldHelp(const QString& pointer)
{
    const QString members = withoutIndexes(pointer);
    const Help* nearest = nullptr;
    for (const Help& help : helps) {
        const QLatin1String member(help.member);
        const bool ends = members == member || members.endsWith(u'/' + QString(member));
        if (ends && (nearest == nullptr || member.size() > QLatin1String(nearest->member).size()))
            nearest = &help;
    }
    return nearest == nullptr ? QString() : QCoreApplication::translate("FieldHelp", nearest->text);
}

} // namespace gatehouse::ui
