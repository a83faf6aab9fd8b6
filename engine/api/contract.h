#pragma once

#include "engine/base/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The contract between the console and the engine: JSON-RPC 2.0, one JSON text a line, over a local socket. A method
/// is a name, a parameter struct, a result struct and its errors; this header is all of it. The engine sends facts and
/// codes; words, icons and colours are the console's. Times: `_ms` since 1970 where they are instants, else durations.
namespace gatehouse::api {

constexpr int contractVersion = 1;
constexpr std::size_t maxLine_bytes = 32u << 20; ///< a longer line closes the connection

struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

/// The same as gatehouse::Problem, with line and column in the text that was sent.
struct ProblemInfo {
    std::string pointer;
    std::string code;
    std::string message;
    std::string hint;
    std::string severity = "error";      ///< error, warning, info
    std::vector<std::string> args;
    int line = 0;                        ///< 0 = unknown
    int column = 0;
    bool operator==(const ProblemInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProblemInfo, (), (pointer, code, message, hint, severity, args, line, column))

// ---- hello: the first call on a connection; anything before it closes the connection -------------------------------

struct HelloParams {
    int contractVersion = 0;
    std::string token;                   ///< one-time token that the engine was started with
    std::string client;                  ///< "gatehouse 0.1.0"
};
BOOST_DESCRIBE_STRUCT(HelloParams, (), (contractVersion, token, client))

struct HelloResult {
    int contractVersion = 0;
    std::string engineVersion;
    std::int64_t pid = 0;
    std::int64_t startedAt_ms = 0;
    std::uint64_t revision = 0;          ///< 0 = nothing applied yet
};
BOOST_DESCRIBE_STRUCT(HelloResult, (), (contractVersion, engineVersion, pid, startedAt_ms, revision))

struct Hello { ///< errors: versionMismatch, badToken
    static constexpr const char* name = "hello";
    using Params = HelloParams;
    using Result = HelloResult;
};

// ---- workspace.apply: all or nothing; a refused document leaves the last revision serving ---------------------------

struct PortHint {                        ///< where a listener with port 0 was bound before the engine was restarted
    std::string listener;                ///< "edge/public"
    std::uint16_t port = 0;
};
BOOST_DESCRIBE_STRUCT(PortHint, (), (listener, port))

struct ApplyParams {
    std::uint64_t revision = 0;          ///< greater than the last applied
    std::string document;                ///< the workspace's text
    std::string path;                    ///< its file, absolute; history is kept beside it. Empty = it has none yet
    std::vector<PortHint> ports;
};
BOOST_DESCRIBE_STRUCT(ApplyParams, (), (revision, document, path, ports))

struct ListenerState {
    std::string key;                     ///< "edge/public"
    std::string address;                 ///< as bound
    std::uint16_t port = 0;
    std::string url;                     ///< "http://127.0.0.1:41233"
    bool loopback = true;
    bool operator==(const ListenerState&) const = default;
};
BOOST_DESCRIBE_STRUCT(ListenerState, (), (key, address, port, url, loopback))

struct BackendState {
    std::string service;                 ///< service key
    std::vector<std::string> endpoints;  ///< "127.0.0.1:9101", demo services' ports filled in
    bool operator==(const BackendState&) const = default;
};
BOOST_DESCRIBE_STRUCT(BackendState, (), (service, endpoints))

struct RouteState {                      ///< the Gateway API's conditions, in short
    std::string route;                   ///< route key
    bool accepted = true;
    std::string reason;                  ///< the first condition that is false, e.g. "NoMatchingParent"
    bool resolved = true;
    std::string resolvedReason;
    bool operator==(const RouteState&) const = default;
};
BOOST_DESCRIBE_STRUCT(RouteState, (), (route, accepted, reason, resolved, resolvedReason))

struct ApplyResult {
    bool accepted = false;
    std::uint64_t revision = 0;          ///< the one that serves now
    double took_ms = 0;                  ///< from the line's arrival until every worker serves it
    std::vector<ProblemInfo> problems;
    std::vector<ListenerState> listeners;
    std::vector<BackendState> backends;
    std::vector<RouteState> routes;
    std::string history;                 ///< file that keeps every second's numbers; empty = none is kept
};
BOOST_DESCRIBE_STRUCT(ApplyResult, (), (accepted, revision, took_ms, problems, listeners, backends, routes, history))

struct Apply { ///< errors: staleRevision
    static constexpr const char* name = "workspace.apply";
    using Params = ApplyParams;
    using Result = ApplyResult;
};

/// What serves now, in the shape of an accepted apply.
struct Status {
    static constexpr const char* name = "workspace.status";
    using Params = Nothing;
    using Result = ApplyResult;
};

// ---- request.try: one real request through a real listener ---------------------------------------------------------

struct Header {
    std::string name;
    std::string value;
    bool operator==(const Header&) const = default;
};
BOOST_DESCRIBE_STRUCT(Header, (), (name, value))

struct TryParams {
    std::string listener;                ///< key
    std::string method = "GET";
    std::string target = "/";
    std::vector<Header> headers;         ///< sent as given; Host and Content-Length are added where absent
    std::string body;                    ///< base64
    std::uint32_t timeout_ms = 30000;
};
BOOST_DESCRIBE_STRUCT(TryParams, (), (listener, method, target, headers, body, timeout_ms))

struct TryTimings {                      ///< phases as the client saw them
    double connect_ms = 0;
    double send_ms = 0;
    double wait_ms = 0;                  ///< until the answer's first byte
    double receive_ms = 0;
    double total_ms = 0;
};
BOOST_DESCRIBE_STRUCT(TryTimings, (), (connect_ms, send_ms, wait_ms, receive_ms, total_ms))

/// One step that the gateway took, in order.
struct TraceStep {
    std::string kind;                    ///< listener, route, passedOver, filter, backend, attempt, answer
    std::string subject;                 ///< the key of what it is about ("catalog", "URLRewrite", "catalog-v2")
    std::string verdict;                 ///< ok, passedOver, refused, failed
    std::string code;                    ///< for a translated sentence: "route.matched", "path.differs" …
    std::vector<std::string> args;
    std::string text;                    ///< the English sentence
    double at_ms = 0;                    ///< since the request's first byte
};
BOOST_DESCRIBE_STRUCT(TraceStep, (), (kind, subject, verdict, code, args, text, at_ms))

struct DecisionTrace {
    std::uint64_t revision = 0;
    std::string traceparent;
    std::string listener;
    std::string route;                   ///< empty = none matched
    std::string rule;
    std::string backend;
    std::string endpoint;
    int status = 0;
    double total_ms = 0;
    std::vector<TraceStep> steps;
};
BOOST_DESCRIBE_STRUCT(DecisionTrace, (), (revision, traceparent, listener, route, rule, backend, endpoint, status,
                                          total_ms, steps))

struct TryResult {
    std::string error;                   ///< empty, or what kept an answer away ("connection refused", "timed out after 30 s")
    int status = 0;
    std::string reason;
    std::vector<Header> headers;
    std::string body;                    ///< base64, cut at 8 MiB
    std::int64_t bodySize = 0;           ///< as received
    TryTimings timings;
    std::optional<DecisionTrace> trace;
};
BOOST_DESCRIBE_STRUCT(TryResult, (), (error, status, reason, headers, body, bodySize, timings, trace))

struct Try { ///< errors: unknownListener, invalidParams
    static constexpr const char* name = "request.try";
    using Params = TryParams;
    using Result = TryResult;
};

// ---- request.explain: where a request would go, and why; nothing is sent ---------------------------------------------

struct ExplainParams {
    std::string listener;                ///< key
    std::string method = "GET";
    std::string target = "/";
    std::vector<Header> headers;         ///< Host is the listener's own address where absent
    std::string document;                ///< a draft; empty = what serves
};
BOOST_DESCRIBE_STRUCT(ExplainParams, (), (listener, method, target, headers, document))

struct ExplainResult {
    DecisionTrace trace;                 ///< up to the backends, without times; revision 0 = of the draft
    std::vector<ProblemInfo> problems;   ///< of a draft that can't be compiled; the trace is empty then
};
BOOST_DESCRIBE_STRUCT(ExplainResult, (), (trace, problems))

struct Explain { ///< errors: unknownListener, invalidParams
    static constexpr const char* name = "request.explain";
    using Params = ExplainParams;
    using Result = ExplainResult;
};

// ---- load: the open-loop generator in the services process -----------------------------------------------------------

struct LoadTarget {
    std::string route;                   ///< for the label
    std::string listener;                ///< key
    std::string method = "GET";
    std::string host;                    ///< Host header; empty = the listener's address
    std::string target = "/";
    std::vector<Header> headers;
    double weight = 1;
};
BOOST_DESCRIBE_STRUCT(LoadTarget, (), (route, listener, method, host, target, headers, weight))

struct LoadParams {
    double rate_per_s = 50;
    double ramp_s = 0;
    double duration_s = 60;
    std::string arrivals = "poisson";    ///< constant, poisson
    std::uint32_t maxInFlight = 512;
    std::uint64_t seed = 7;
    std::vector<LoadTarget> mix;
};
BOOST_DESCRIBE_STRUCT(LoadParams, (), (rate_per_s, ramp_s, duration_s, arrivals, maxInFlight, seed, mix))

struct LoadState {
    std::string state = "idle";          ///< idle, running, stopping, done, failed
    std::string error;
    double elapsed_s = 0;
    double duration_s = 0;
    double rate_per_s = 0;               ///< the plan's rate now (while ramping)
    std::int64_t sent = 0;
    std::int64_t answered = 0;
    std::int64_t inFlight = 0;
    std::int64_t late = 0;               ///< sent over 1 ms after the intended time
    std::int64_t failed = 0;             ///< no answer: refused, reset, timed out
    std::int64_t skipped = 0;            ///< not sent: maxInFlight reached
    std::vector<double> latency_ms;      ///< p50 p90 p99 p99.9 of the last second, from the intended send time
    std::vector<double> runLatency_ms;   ///< the same over the whole run
};
BOOST_DESCRIBE_STRUCT(LoadState, (), (state, error, elapsed_s, duration_s, rate_per_s, sent, answered, inFlight, late,
                                      failed, skipped, latency_ms, runLatency_ms))

struct LoadStart { ///< errors: invalidParams, busy
    static constexpr const char* name = "load.start";
    using Params = LoadParams;
    using Result = LoadState;
};
struct LoadStop {
    static constexpr const char* name = "load.stop";
    using Params = Nothing;
    using Result = LoadState;
};

// ---- records: the requests behind a point -----------------------------------------------------------------------------

struct RecordsParams {
    std::int64_t from_ms = 0;
    std::int64_t to_ms = 0;              ///< 0 = now
    std::string route;                   ///< filters; empty = all
    std::string backend;
    int statusFrom = 0;
    int statusTo = 999;
    std::string text;                    ///< part of the target, without case
    std::uint32_t limit = 1000;          ///< newest first
};
BOOST_DESCRIBE_STRUCT(RecordsParams, (), (from_ms, to_ms, route, backend, statusFrom, statusTo, text, limit))

struct RequestRow {
    std::uint64_t id = 0;                ///< grows with time
    double at_ms = 0;                    ///< wall clock of the first byte, with fraction
    std::string method;
    std::string target;                  ///< may be cut (record size)
    std::string listener;
    std::string route;
    std::string backend;
    int status = 0;
    double total_ms = 0;
    double upstream_ms = 0;
    std::int64_t bytesIn = 0;
    std::int64_t bytesOut = 0;
    int attempts = 0;
    bool reused = false;                 ///< the upstream connection was kept from before
    std::string refusedBy;               ///< empty, or who answered instead of a backend ("no route", "parser", "time-out" …)
    std::string traceId;                 ///< hex
    std::uint64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(RequestRow, (), (id, at_ms, method, target, listener, route, backend, status, total_ms,
                                       upstream_ms, bytesIn, bytesOut, attempts, reused, refusedBy, traceId, revision))

struct RecordsResult {
    std::vector<RequestRow> rows;
    std::int64_t matched = 0;            ///< among the records kept
    std::int64_t oldest_ms = 0;          ///< before this, records are gone
};
BOOST_DESCRIBE_STRUCT(RecordsResult, (), (rows, matched, oldest_ms))

struct Records {
    static constexpr const char* name = "records.query";
    using Params = RecordsParams;
    using Result = RecordsResult;
};

struct TraceParams {
    std::string traceId;
};
BOOST_DESCRIBE_STRUCT(TraceParams, (), (traceId))

struct TraceGet { ///< errors: gone
    static constexpr const char* name = "trace.get";
    using Params = TraceParams;
    using Result = DecisionTrace;
};

// ---- layout: Graphviz in a child process -------------------------------------------------------------------------------

struct LayoutNode {
    std::string key;
    double width = 176;
    double height = 56;
    int rank = -1;                       ///< column, from 0; -1 = free
};
BOOST_DESCRIBE_STRUCT(LayoutNode, (), (key, width, height, rank))

struct LayoutEdge {
    std::string from;
    std::string to;
};
BOOST_DESCRIBE_STRUCT(LayoutEdge, (), (from, to))

struct LayoutParams {
    std::vector<LayoutNode> nodes;
    std::vector<LayoutEdge> edges;
    double columnGap = 130;
    double rowGap = 32;
};
BOOST_DESCRIBE_STRUCT(LayoutParams, (), (nodes, edges, columnGap, rowGap))

struct LayoutPlace {
    std::string key;
    double x = 0;                        ///< top left
    double y = 0;
};
BOOST_DESCRIBE_STRUCT(LayoutPlace, (), (key, x, y))

struct LayoutResult {
    std::vector<LayoutPlace> places;
};
BOOST_DESCRIBE_STRUCT(LayoutResult, (), (places))

struct Layout { ///< errors: invalidParams, timedOut
    static constexpr const char* name = "layout";
    using Params = LayoutParams;
    using Result = LayoutResult;
};

// ---- cancel: of a call under way, by its id ------------------------------------------------------------------------------

struct CancelParams {
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(CancelParams, (), (id))

struct Cancel {
    static constexpr const char* name = "cancel";
    using Params = CancelParams;
    using Result = Nothing;
};

// ---- notifications from the engine ----------------------------------------------------------------------------------------

/// One (listener, route, backend) way that requests took. Counts are cumulative since the engine's start, so that a
/// reader who misses frames loses nothing. `backend` empty: answered by the gateway itself; `route` empty: no route.
struct Leg {
    std::string listener;
    std::string route;
    std::string backend;
    std::int64_t requests = 0;
    std::int64_t s2xx = 0;
    std::int64_t s3xx = 0;
    std::int64_t s4xx = 0;
    std::int64_t s5xx = 0;
    std::int64_t refused = 0;            ///< answered by the gateway instead of a backend
    std::int64_t reused = 0;             ///< on a kept upstream connection
    std::int64_t inFlight = 0;
    std::vector<double> latency_ms;      ///< p50 p90 p99 p99.9 of the last second; empty = no request in it
};
BOOST_DESCRIBE_STRUCT(Leg, (), (listener, route, backend, requests, s2xx, s3xx, s4xx, s5xx, refused, reused, inFlight,
                                latency_ms))

struct TelemetryFrame {
    std::int64_t sequence = 0;           ///< gaps = frames dropped for a slow reader
    double at_ms = 0;
    std::uint64_t revision = 0;
    std::int64_t requests = 0;           ///< cumulative, all legs
    std::int64_t errors = 0;             ///< cumulative 5xx
    std::int64_t inFlight = 0;
    std::int64_t downstreamConnections = 0;
    std::int64_t upstreamConnections = 0;
    std::vector<double> latency_ms;      ///< p50 p90 p99 p99.9 of the last second over all legs
    double engineCpu = 0;                ///< share of one core, 0.09 = 9 %, over the last second
    std::int64_t engineRss_bytes = 0;
    std::vector<Leg> legs;               ///< those that changed since the last frame sent to this reader; all in the first
    std::optional<LoadState> load;       ///< when it changed
};
BOOST_DESCRIBE_STRUCT(TelemetryFrame, (), (sequence, at_ms, revision, requests, errors, inFlight,
                                           downstreamConnections, upstreamConnections, latency_ms, engineCpu,
                                           engineRss_bytes, legs, load))

struct Telemetry {
    static constexpr const char* name = "telemetry";
    using Params = TelemetryFrame;
};

struct RequestBatch {
    std::vector<RequestRow> rows;        ///< oldest first, at most 500
    std::int64_t skipped = 0;            ///< more came than were sent
};
BOOST_DESCRIBE_STRUCT(RequestBatch, (), (rows, skipped))

struct Requests { ///< the log that follows; 10 Hz at most
    static constexpr const char* name = "requests";
    using Params = RequestBatch;
};

struct LogLine {
    double at_ms = 0;
    std::string level;                   ///< debug, info, warning, error
    std::string source;                  ///< room
    std::string code;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(LogLine, (), (at_ms, level, source, code, text))

struct Log {
    static constexpr const char* name = "log";
    using Params = LogLine;
};

/// Five times a second while a call takes long: request.try (its share is that of its time-out). A load's progress
/// is in the telemetry.
struct ProgressNote {
    std::int64_t call = 0;               ///< the id of the call under way
    double share = 0;                    ///< 0 … 1
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ProgressNote, (), (call, share, text))

struct Progress {
    static constexpr const char* name = "progress";
    using Params = ProgressNote;
};

/// Pushed whenever what serves changes by itself (a demo service came up, a listener was lost).
struct StatusChanged {
    static constexpr const char* name = "status";
    using Params = ApplyResult;
};

// ---- errors: JSON-RPC 2.0 §5.1 and ours ---------------------------------------------------------------------------------------

enum class ErrorCode : int {
    parseError = -32700,
    invalidRequest = -32600,
    methodNotFound = -32601,
    invalidParams = -32602,
    internalError = -32603,
    versionMismatch = 1,                 ///< hello: the contract's versions differ; data names both
    badToken = 2,
    staleRevision = 3,
    unknownListener = 4,
    busy = 5,
    gone = 6,                            ///< what was asked for isn't kept any more
    timedOut = 7,
    cancelled = 8,
    disconnected = 9,                    ///< made by the console when the engine goes away before it answers
};

} // namespace gatehouse::api
