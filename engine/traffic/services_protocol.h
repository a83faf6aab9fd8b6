#pragma once

#include "engine/base/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the control plane and its child `gatehouse-engine services` say to each other: one JSON text a line,
/// commands on the child's stdin, reports on its stdout (its stderr is log text for people). Every command
/// carries an id and is answered by exactly one report with that id; reports with id 0 come unasked. A line
/// that cannot be read is answered with an error (id 0 when not even the id could be read). The child ends
/// when its stdin closes.
///
///     →
///     {"id":1,"command":"services","services":{"services":[{"key":"catalog-v1","app":"catalog","version":"v1"}]}}
///     ←
///     {"id":1,"report":"services","services":{"services":[{"key":"catalog-v1","address":"127.0.0.1","port":40123}]}}
///     →
///     {"id":2,"command":"loadStart","load":{"rate_per_s":50,"mix":[{"route":"catalog","port":8080,"target":"/books"}]}}
///     ← {"id":2,"report":"load","load":{"state":"running",…}}      and then at 10 Hz with id 0 until it is
///     done
namespace gatehouse::traffic {

constexpr int servicesProtocolVersion = 1;
constexpr std::size_t maxServicesLine_bytes = 8u << 20; ///< a longer line ends the child (exit 2)
constexpr std::size_t maxDemoServices = 256;
constexpr std::size_t maxLoadTargets = 1000;
constexpr std::size_t maxLayoutNodes = 5000;
constexpr std::size_t maxLayoutEdges = 20000;

// ---- services: the whole set that shall run; those not named are stopped
// ---------------------------------------------

struct DemoSpec {
    std::string key;                 ///< service key of the workspace, unique in the set
    std::string app;                 ///< catalog, orders, users, reviews, echo
    std::string version;             ///< "v1", "v2"; empty = v1
    double latency_ms = 2;           ///< median of the answer's delay, 0 … 60000
    double errorShare = 0;           ///< 0 … 1
    std::uint16_t preferredPort = 0; ///< tried first for a service that is new; 0 = any free port
    bool operator==(const DemoSpec&) const = default;
};
BOOST_DESCRIBE_STRUCT(DemoSpec, (), (key, app, version, latency_ms, errorShare, preferredPort))

struct DemoSet {
    std::vector<DemoSpec> services;
    bool operator==(const DemoSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(DemoSet, (), (services))

/// A service that was running under the same key and app keeps its port and its connections.
struct DemoBound {
    std::string key;
    std::string address;
    std::uint16_t port = 0; ///< 0 = it doesn't run, see `error`
    std::string error;
    bool operator==(const DemoBound&) const = default;
};
BOOST_DESCRIBE_STRUCT(DemoBound, (), (key, address, port, error))

struct DemoBoundSet {
    std::vector<DemoBound> services; ///< in the order of the command
    bool operator==(const DemoBoundSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(DemoBoundSet, (), (services))

// ---- load: one run at a time
// -------------------------------------------------------------------------------------------

struct HeaderLine {
    std::string name;
    std::string value;
    bool operator==(const HeaderLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(HeaderLine, (), (name, value))

struct LoadSpecTarget {
    std::string route;                 ///< label only
    std::string address = "127.0.0.1"; ///< where to connect: a loopback literal, anything else is refused
    std::uint16_t port = 0;
    std::string method = "GET";
    std::string host;         ///< Host header; empty = address:port
    std::string target = "/"; ///< "/books/{1..20}": {a..b} draws a whole number for every request
    std::vector<HeaderLine> headers;
    std::string body;
    double weight = 1;
    bool operator==(const LoadSpecTarget&) const = default;
};
BOOST_DESCRIBE_STRUCT(LoadSpecTarget, (), (route, address, port, method, host, target, headers, body, weight))

struct LoadSpec {
    double rate_per_s = 50;
    double ramp_s = 0;                ///< from nothing to the rate, linearly
    double duration_s = 60;           ///< with the ramp
    std::string arrivals = "poisson"; ///< constant, poisson
    std::uint32_t maxInFlight = 512;
    std::uint64_t seed = 7; ///< below 2^53, as JSON numbers go
    std::vector<LoadSpecTarget> mix;
    bool operator==(const LoadSpec&) const = default;
};
BOOST_DESCRIBE_STRUCT(LoadSpec, (), (rate_per_s, ramp_s, duration_s, arrivals, maxInFlight, seed, mix))

struct LoadFailures {         ///< the kinds of `failed`; they sum to it
    std::int64_t refused = 0; ///< connection refused or unreachable
    std::int64_t reset = 0;   ///< the connection went away before the answer was whole
    std::int64_t timedOut = 0;
    std::int64_t malformed = 0; ///< the answer was no HTTP
    bool operator==(const LoadFailures&) const = default;
};
BOOST_DESCRIBE_STRUCT(LoadFailures, (), (refused, reset, timedOut, malformed))

/// sent = answered + failed + canceled + inFlight; sent + skipped = arrivals so far.
struct LoadReport {
    std::string state = "idle"; ///< idle, running, stopping, done, failed
    std::string error;
    double elapsed_s = 0;
    double duration_s = 0;
    double rate_per_s = 0; ///< the plan's rate now
    std::int64_t sent = 0;
    std::int64_t answered = 0; ///< whole answers of any status
    std::int64_t inFlight = 0;
    std::int64_t late = 0; ///< sent over 1 ms after the intended time: the generator itself was behind
    std::int64_t failed = 0;
    std::int64_t canceled = 0; ///< unanswered when the run was stopped
    std::int64_t skipped = 0;  ///< not sent: maxInFlight reached
    std::vector<double>
        latency_ms; ///< p50 p90 p99 p99.9 of the last second, from the intended send time; empty = none
    std::vector<double> runLatency_ms;  ///< the same over the whole run
    std::vector<std::int64_t> statuses; ///< answers of 1xx, 2xx, 3xx, 4xx, 5xx
    LoadFailures failures;
    bool operator==(const LoadReport&) const = default;
};
BOOST_DESCRIBE_STRUCT(LoadReport, (),
                      (state, error, elapsed_s, duration_s, rate_per_s, sent, answered, inFlight, late,
                       failed, canceled, skipped, latency_ms, runLatency_ms, statuses, failures))

// ---- layout: answered by a process of its own that is killed after layoutLimit_ms
// -----------------------------------------

constexpr int layoutLimit_ms = 5000;

struct LayoutBox {
    std::string key;
    double width = 176;
    double height = 56;
    int rank = -1; ///< column from 0; -1 = free
    bool operator==(const LayoutBox&) const = default;
};
BOOST_DESCRIBE_STRUCT(LayoutBox, (), (key, width, height, rank))

struct LayoutLink {
    std::string from;
    std::string to;
    bool operator==(const LayoutLink&) const = default;
};
BOOST_DESCRIBE_STRUCT(LayoutLink, (), (from, to))

struct LayoutGraph {
    std::vector<LayoutBox> nodes;
    std::vector<LayoutLink> edges;
    double columnGap = 130;
    double rowGap = 32;
    bool operator==(const LayoutGraph&) const = default;
};
BOOST_DESCRIBE_STRUCT(LayoutGraph, (), (nodes, edges, columnGap, rowGap))

struct LayoutSpot {
    std::string key;
    double x = 0; ///< top left
    double y = 0;
    bool operator==(const LayoutSpot&) const = default;
};
BOOST_DESCRIBE_STRUCT(LayoutSpot, (), (key, x, y))

struct LayoutSpots {
    std::vector<LayoutSpot> places;
    bool operator==(const LayoutSpots&) const = default;
};
BOOST_DESCRIBE_STRUCT(LayoutSpots, (), (places))

// ---- the lines
// -----------------------------------------------------------------------------------------------------------------

enum class ServicesCommandKind { services, loadStart, loadStop, layout };
BOOST_DESCRIBE_ENUM(ServicesCommandKind, services, loadStart, loadStop, layout)

struct ServicesCommand {
    std::int64_t id = 0; ///< from 1
    ServicesCommandKind command = ServicesCommandKind::services;
    std::optional<DemoSet> services;   ///< with `services`
    std::optional<LoadSpec> load;      ///< with `loadStart`
    std::optional<LayoutGraph> layout; ///< with `layout`
    bool operator==(const ServicesCommand&) const = default;
};
BOOST_DESCRIBE_STRUCT(ServicesCommand, (), (id, command, services, load, layout))

enum class ServicesReportKind {
    ready, ///< the first line, id 0, with `protocol`
    services,
    load, ///< answers loadStart and loadStop; id 0 at 10 Hz while a run is on, and once at its end
    layout,
    error,
};
BOOST_DESCRIBE_ENUM(ServicesReportKind, ready, services, load, layout, error)

struct ServicesError {
    std::string code; ///< invalid (see pointer), busy, timedOut, failed
    std::string message;
    std::string pointer; ///< into the command
    bool operator==(const ServicesError&) const = default;
};
BOOST_DESCRIBE_STRUCT(ServicesError, (), (code, message, pointer))

struct ServicesReport {
    std::int64_t id = 0;
    ServicesReportKind report = ServicesReportKind::ready;
    int protocol = 0;
    std::optional<DemoBoundSet> services;
    std::optional<LoadReport> load;
    std::optional<LayoutSpots> layout;
    std::optional<ServicesError> error;
    bool operator==(const ServicesReport&) const = default;
};
BOOST_DESCRIBE_STRUCT(ServicesReport, (), (id, report, protocol, services, load, layout, error))

/// Lines without their final newline. Reading: nullopt and the problems when the line isn't such a message.
std::string writeCommandLine(const ServicesCommand& command);
std::string writeReportLine(const ServicesReport& report);
std::optional<ServicesCommand> readCommandLine(std::string_view line, Problems& problems);
std::optional<ServicesReport> readReportLine(std::string_view line, Problems& problems);

/// The one-shot `gatehouse-engine services --layout`: a graph on stdin, places on stdout.
std::string writeLayoutGraph(const LayoutGraph& graph);
std::string writeLayoutSpots(const LayoutSpots& spots);
std::optional<LayoutGraph> readLayoutGraph(std::string_view text, Problems& problems);
std::optional<LayoutSpots> readLayoutSpots(std::string_view text, Problems& problems);

} // namespace gatehouse::traffic

namespace gatehouse::json {

template <>
struct Rules<traffic::DemoSpec> {
    static constexpr Rule table[] = {
        {.member = "key", .text = "Service key", .required = true, .minLength = 1, .maxLength = 512},
        {.member = "app", .text = "Which built-in server", .required = true, .minLength = 1, .maxLength = 64},
        {.member = "latency_ms", .text = "Median delay", .unit = "ms", .minimum = 0, .maximum = 60000},
        {.member = "errorShare", .text = "Share of answers that are 500", .minimum = 0, .maximum = 1},
    };
};

template <>
struct Rules<traffic::DemoSet> {
    static constexpr Rule table[] = {
        {.member = "services", .text = "All that shall run", .maxLength = traffic::maxDemoServices},
    };
};

template <>
struct Rules<traffic::LoadSpecTarget> {
    static constexpr Rule table[] = {
        {.member = "port", .text = "Where to connect", .required = true, .minimum = 1, .maximum = 65535},
        {.member = "target", .text = "Request target", .minLength = 1, .maxLength = 8192},
        {.member = "weight", .text = "Share of the mix", .minimum = 0, .maximum = 1e6},
    };
};

template <>
struct Rules<traffic::LoadSpec> {
    static constexpr Rule table[] = {
        {.member = "rate_per_s", .text = "Arrivals", .unit = "1/s", .minimum = 0.01, .maximum = 200000},
        {.member = "ramp_s", .text = "Ramp", .unit = "s", .minimum = 0, .maximum = 86400},
        {.member = "duration_s", .text = "Length of the run", .unit = "s", .minimum = 0.1, .maximum = 86400},
        {.member = "maxInFlight", .text = "Requests under way at most", .minimum = 1, .maximum = 20000},
        {.member = "mix",
         .text = "What is sent",
         .required = true,
         .minLength = 1,
         .maxLength = traffic::maxLoadTargets},
    };
};

template <>
struct Rules<traffic::LayoutBox> {
    static constexpr Rule table[] = {
        {.member = "key", .text = "Node key", .required = true, .minLength = 1, .maxLength = 1024},
        {.member = "width", .text = "Width", .minimum = 1, .maximum = 10000},
        {.member = "height", .text = "Height", .minimum = 1, .maximum = 10000},
        {.member = "rank", .text = "Column, -1 = free", .minimum = -1, .maximum = 999},
    };
};

template <>
struct Rules<traffic::LayoutGraph> {
    static constexpr Rule table[] = {
        {.member = "nodes", .text = "Nodes", .maxLength = traffic::maxLayoutNodes},
        {.member = "edges", .text = "Edges", .maxLength = traffic::maxLayoutEdges},
        {.member = "columnGap", .text = "Between columns", .minimum = 0, .maximum = 10000},
        {.member = "rowGap", .text = "Between rows", .minimum = 0, .maximum = 10000},
    };
};

template <>
struct Rules<traffic::ServicesCommand> {
    static constexpr Rule table[] = {
        {.member = "id", .text = "Answered by a report with the same id", .required = true, .minimum = 1},
        {.member = "command", .text = "What to do", .required = true, .always = true},
    };
};

template <>
struct Rules<traffic::ServicesReport> {
    static constexpr Rule table[] = {
        {.member = "id", .text = "Of the command, 0 = unasked", .required = true, .always = true},
        {.member = "report", .text = "What it says", .required = true, .always = true},
    };
};

} // namespace gatehouse::json
