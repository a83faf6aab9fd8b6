#include "run_report.h"

#include "problem_report.h"

#include "engine/workspace/keys.h"
#include "engine/workspace/request_example.h"

#include <algorithm>

namespace gatehouse::app {

namespace {

/// As one word of sh.
std::string quoted(const std::string& word)
{
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:=,@%+-";
    if (!word.empty() && word.find_first_not_of(plain) == word.npos)
        return word;
    std::string out = "'";
    for (const char c : word) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return out + '\'';
}

std::string curlText(const workspace::RequestExample& example, const std::string& url)
{
    std::string out = "curl ";
    if (example.method == "HEAD")
        out += "-I ";
    else if (example.method != "GET")
        out += "-X " + quoted(example.method) + ' ';
    if (!example.host.empty())
        out += "-H " + quoted("Host: " + example.host) + ' ';
    for (const auto& header : example.headers)
        out += "-H " + quoted(header.name + ": " + header.value) + ' ';
    return out + quoted(url + example.target);
}

std::string urlOf(const api::ApplyResult& serving, const std::string& listener)
{
    const auto found = std::find_if(serving.listeners.begin(), serving.listeners.end(),
                                    [&](const auto& state) { return state.key == listener; });
    return found == serving.listeners.end() ? std::string() : found->url;
}

} // namespace

std::vector<CurlLine> curlLines(const workspace::Workspace& workspace, const api::ApplyResult& serving,
                                std::size_t limit)
{
    std::vector<CurlLine> lines;
    for (const auto& route : workspace.routes) {
        if (lines.size() == limit)
            break;
        const auto example = workspace::requestExample(workspace, route);
        const std::string url = example ? urlOf(serving, example->listener) : std::string();
        if (!url.empty())
            lines.push_back({workspace::routeKey(route), example->listener, curlText(*example, url)});
    }
    return lines;
}

bool demoServicesAreUp(const workspace::Workspace& workspace, const api::ApplyResult& serving)
{
    return std::all_of(
        workspace.services.begin(), workspace.services.end(), [&](const workspace::Service& service) {
            if (!service.demo || !service.endpoints.empty())
                return true;
            const std::string key = workspace::serviceKey(service);
            return std::any_of(serving.backends.begin(), serving.backends.end(), [&](const auto& state) {
                return state.service == key && !state.endpoints.empty();
            });
        });
}

json::Value servingReport(const std::string& file, const api::ApplyResult& serving,
                          const std::vector<CurlLine>& lines, const std::string& adminUrl)
{
    json::Array listeners;
    for (const auto& state : serving.listeners)
        listeners.push_back(json::Object{{"listener", state.key}, {"url", state.url}});
    json::Array routes;
    for (const auto& line : lines)
        routes.push_back(
            json::Object{{"route", line.route}, {"listener", line.listener}, {"curl", line.text}});
    return json::Object{{"event", "serving"},
                        {"revision", serving.revision},
                        {"listeners", std::move(listeners)},
                        {"routes", std::move(routes)},
                        {"admin", adminUrl},
                        {"problems", problemsAsJson(file, serving.problems)}};
}

json::Value refusedReport(const std::string& file, const api::ApplyResult& refused)
{
    return json::Object{{"event", "refused"},
                        {"revision", refused.revision},
                        {"problems", problemsAsJson(file, refused.problems)}};
}

} // namespace gatehouse::app
