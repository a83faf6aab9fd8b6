#pragma once

#include "engine/base/field.h"
#include "engine/base/problem.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The compiled HTTPRoute matcher (Gateway API v1, HTTPRouteRule.matches and its precedence). Pure: no I/O,
/// no clock.
///
/// One table serves one socket: all listeners of one address and port. A request belongs to exactly one
/// listener, the one with the most specific hostname (exact, then the longest wildcard, then none); among
/// that listener's routes: most specific route hostname, Exact path, longest PathPrefix (RegularExpression
/// after both: implementation-specific in the specification), a method match, most header matches, most query
/// matches, oldest route, namespace/name, and then the rule's and the match's place. Cost depends on the
/// path's length, not on the number of routes.
namespace gatehouse::policy {

enum class PathKind : std::uint8_t { exact, prefix, regex };
enum class ValueKind : std::uint8_t { exact, regex };

struct ValueMatchSpec {
    ValueKind kind = ValueKind::exact;
    std::string name; ///< headers: compared without case; query parameters: with case
    std::string value;
};

struct MatchSpec {
    PathKind pathKind = PathKind::prefix;
    std::string path = "/";
    std::string method; ///< empty = any
    std::vector<ValueMatchSpec> headers;
    std::vector<ValueMatchSpec> query;
};

/// One rule as one listener sees it.
struct RuleSpec {
    std::uint32_t rule = 0;             ///< what find() answers with; the caller's index
    std::uint32_t ruleOrder = 0;        ///< the rule's place within its route
    std::string routeKey;               ///< "namespace/name": last tie-break, and the name in explanations
    std::int64_t createdAt_s = 0;       ///< older wins ties
    std::vector<std::string> hostnames; ///< already intersected with the listener's; empty = any
    std::vector<MatchSpec> matches;     ///< any of; empty = prefix "/"
};

struct ListenerSpec {
    std::uint32_t listener = 0; ///< what find() answers with
    std::string key;            ///< "edge/public", for explanations
    std::string hostname;       ///< "", exact or "*.suffix"
    std::vector<RuleSpec> rules;
};

/// The request as the matcher sees it; views into the caller's buffers.
struct RequestFacts {
    std::string_view host;  ///< without port, any case
    std::string_view path;  ///< normalised, without query
    std::string_view query; ///< without "?"
    std::string_view method;
    std::span<const FieldView> headers;
};

struct Match {
    std::uint32_t listener = 0;
    std::uint32_t rule = 0;
    std::uint16_t prefixLength =
        0; ///< bytes of the path that a PathPrefix matched, its own trailing slash not
           ///< counted ("/" is 0), for ReplacePrefixMatch: the rest is "" or begins with "/"
};

enum class Miss : std::uint8_t { none, noListener, noRoute };

/// Why one rule's match was passed over: the first thing that differs.
enum class Differs : std::uint8_t { nothing, listener, hostname, path, method, header, query, lessSpecific };

struct Considered {
    std::uint32_t rule = 0;
    std::uint32_t match = 0; ///< index within the rule
    std::string routeKey;
    Differs differs =
        Differs::nothing; ///< nothing = the winner; lessSpecific = matched too, lost by `tieBreak`
    std::string expected; ///< what this match asked for ("PathPrefix /catalog", "header version: two")
    std::string got;      ///< what came
    std::string tieBreak; ///< "longer path", "method", "more headers", "more query parameters", "older
                          ///< route", "name", "rule order"
};

struct Explanation {
    std::optional<Match> winner;
    Miss miss = Miss::none;
    std::string listenerKey;
    std::vector<Considered> considered; ///< the winner first, then by how far each came; at most `limit`
    std::size_t total = 0;
};

class RouteTable
{
public:
    /// Refuses regular expressions that RE2 refuses or whose program is over 64 KiB, and Exact or PathPrefix
    /// values that don't begin with "/" or have more than 512 segments; pointers are "/LISTENER/RULE/MATCH".
    /// What is refused is left out of the table.
    static std::shared_ptr<const RouteTable> compile(std::vector<ListenerSpec> listeners, Problems& problems);

    ~RouteTable();

    /// No allocation, no lock, except inside RE2 where a regular expression is tried (its cache of states is
    /// shared). `listener`: set to the one that takes the host, unless there is none.
    std::optional<Match> find(const RequestFacts& facts, Miss* miss = nullptr,
                              std::uint32_t* listener = nullptr) const noexcept;

    /// Same answer as find(), with reasons. Allocates; not for the request path.
    Explanation explain(const RequestFacts& facts, std::size_t limit = 50) const;

    /// Every (listener, rule) that find() could answer with, in the order of the specs.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ways() const;

    struct Impl; ///< route_table_impl.h; the room's own

private:
    explicit RouteTable(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace gatehouse::policy
