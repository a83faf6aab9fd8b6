#pragma once

#include "engine/base/json.h"
#include "engine/http/message.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What every demo service needs to speak HTTP well: JSON answers, RFC 9457 problem documents, query
/// parameters.
namespace gatehouse::traffic {

http::Response jsonResponse(int status, const json::Value& body);
http::Response jsonResponse(int status, std::string body);

struct FieldFault {
    std::string pointer; ///< into the request's body, or the parameter's name
    std::string detail;
};

/// application/problem+json; `type` is https://bookshop.test/problems/<type>, or about:blank when empty.
http::Response problemResponse(int status, std::string_view type, std::string_view detail,
                               const std::vector<FieldFault>& faults = {});
http::Response notFound(const http::Request& request);
http::Response methodNotAllowed(const http::Request& request, std::string_view allow);

/// Adds a strong ETag and Cache-Control, and turns the answer into 304 if the request knows it (RFC 9110
/// §13.1.2).
void applyEtag(const http::Request& request, http::Response& response, int maxAge_s);

/// "/books/7" → {"books", "7"}; percent-decoded.
std::vector<std::string> pathSegments(std::string_view path);

/// The first value of each parameter, decoded as application/x-www-form-urlencoded.
std::map<std::string, std::string> queryParameters(std::string_view query);

/// A whole number without sign or leading zeros, at most 9 digits.
std::optional<int> wholeNumber(std::string_view text);

struct Page {
    int number = 1;
    int size = 20;
};
/// ?page= and ?size= (1 … 100); `fault` is filled when one is out of range.
Page pageOf(const std::map<std::string, std::string>& parameters, std::optional<FieldFault>& fault);

/// The body as JSON object, or the answer that says what is wrong with it (415, 400).
struct BodyResult {
    std::optional<json::Object> object;
    http::Response refusal;
};
BodyResult jsonBody(const http::Request& request);

} // namespace gatehouse::traffic
