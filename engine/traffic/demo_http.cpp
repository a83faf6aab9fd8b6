#include "engine/traffic/demo_http.h"

#include <charconv>
#include <cstdint>
#include <cstdio>

namespace gatehouse::traffic {

namespace {

constexpr int maxPageSize = 100;

std::string entityTag(std::string_view body)
{
    std::uint64_t hash = 0xcbf29ce484222325; // FNV-1a: identity of our own bytes, not security
    for (const unsigned char c : body)
        hash = (hash ^ c) * 0x100000001b3;
    char text[24];
    std::snprintf(text, sizeof text, "\"%016llx\"", static_cast<unsigned long long>(hash));
    return text;
}

bool knowsTag(std::string_view ifNoneMatch, std::string_view tag)
{
    return ifNoneMatch == "*" || ifNoneMatch.find(tag) != std::string_view::npos;
}

int hexDigit(char c)
{
    c = toLower(c);
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string decoded(std::string_view text, bool plusIsSpace)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 &&
            hexDigit(text[i + 2]) >= 0) {
            result += char(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
            i += 2;
        } else {
            result += text[i] == '+' && plusIsSpace ? ' ' : text[i];
        }
    }
    return result;
}

} // namespace

http::Response jsonResponse(int status, std::string body)
{
    body += '\n';
    return {status, {{"content-type", "application/json"}}, std::move(body)};
}

http::Response jsonResponse(int status, const json::Value& body)
{
    return jsonResponse(status, json::writeLine(body));
}

http::Response problemResponse(int status, std::string_view type, std::string_view detail,
                               const std::vector<FieldFault>& faults)
{
    json::Object body;
    body["type"] = type.empty() ? "about:blank" : "https://bookshop.test/problems/" + std::string(type);
    body["title"] = http::reasonPhrase(status);
    body["status"] = status;
    body["detail"] = detail;
    if (!faults.empty()) {
        json::Array errors;
        for (const FieldFault& fault : faults)
            errors.push_back(json::Object{{"pointer", fault.pointer}, {"detail", fault.detail}});
        body["errors"] = std::move(errors);
    }
    return {status, {{"content-type", "application/problem+json"}}, json::writeLine(body) + '\n'};
}

http::Response notFound(const http::Request& request)
{
    return problemResponse(404, "", "Nothing is at " + request.path + '.');
}

http::Response methodNotAllowed(const http::Request& request, std::string_view allow)
{
    http::Response response = problemResponse(405, "",
                                              request.method + " is not possible at " + request.path +
                                                  "; try " + std::string(allow) + '.');
    response.fields.emplace_back("allow", allow);
    return response;
}

void applyEtag(const http::Request& request, http::Response& response, int maxAge_s)
{
    if (response.status != 200)
        return;
    const std::string tag = entityTag(response.body);
    if (knowsTag(request.field("if-none-match"), tag)) {
        response.status = 304;
        response.fields.clear();
        response.body.clear();
    }
    response.fields.emplace_back("etag", tag);
    response.fields.emplace_back("cache-control", "max-age=" + std::to_string(maxAge_s));
}

std::vector<std::string> pathSegments(std::string_view path)
{
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        segments.push_back(decoded(path.substr(0, end), false));
        path.remove_prefix(end);
    }
    if (!segments.empty() && segments.back().empty())
        segments.pop_back();
    return segments;
}

std::map<std::string, std::string> queryParameters(std::string_view query)
{
    std::map<std::string, std::string> parameters;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        const std::size_t equals = std::min(pair.find('='), pair.size());
        if (!pair.empty())
            parameters.emplace(decoded(pair.substr(0, equals), true),
                               decoded(pair.substr(std::min(equals + 1, pair.size())), true));
    }
    return parameters;
}

std::optional<int> wholeNumber(std::string_view text)
{
    if (text.empty() || text.size() > 9 || (text.size() > 1 && text[0] == '0'))
        return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

Page pageOf(const std::map<std::string, std::string>& parameters, std::optional<FieldFault>& fault)
{
    Page page;
    const auto read = [&](const char* name, int& target, int maximum) {
        const auto found = parameters.find(name);
        if (found == parameters.end())
            return;
        const std::optional<int> value = wholeNumber(found->second);
        if (value && *value >= 1 && *value <= maximum)
            target = *value;
        else
            fault = FieldFault{name, "expected a whole number from 1 to " + std::to_string(maximum) +
                                         ", got '" + found->second + "'"};
    };
    read("page", page.number, 100'000);
    read("size", page.size, maxPageSize);
    return page;
}

BodyResult jsonBody(const http::Request& request)
{
    std::string_view type = request.field("content-type");
    type = type.substr(0, type.find(';'));
    while (type.ends_with(' '))
        type.remove_suffix(1);
    if (!equalsIgnoreCase(type, "application/json")) {
        http::Response refusal = problemResponse(415, "media-type", "Send the body as application/json.");
        refusal.fields.emplace_back("accept-post", "application/json");
        return {std::nullopt, std::move(refusal)};
    }
    Problems problems;
    const std::optional<json::Value> value =
        json::parse(request.body, problems, {.bytes = 64 << 10, .depth = 16});
    if (!value)
        return {std::nullopt, problemResponse(400, "not-json", problems.front().message,
                                              {{problems.front().pointer, problems.front().message}})};
    if (!value->is_object())
        return {std::nullopt, problemResponse(400, "invalid-body", "Expected a JSON object.")};
    return {value->as_object(), {}};
}

} // namespace gatehouse::traffic
