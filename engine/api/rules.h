#pragma once

#include "engine/api/contract.h"

/// Where a member of the contract may be larger, or must be smaller, than the reader's defaults.
namespace gatehouse::json
{

/// A base64 text of 8 MiB, the largest body that the contract carries.
constexpr std::size_t maxBodyText = (8u << 20) / 3 * 4 + 4;

template <>
struct Rules<api::ApplyParams> {
    static constexpr Rule table[] = {
        {.member = "revision", .text = "Greater than the last applied.", .required = true, .minimum = 1},
        {.member = "document",
         .text = "The workspace's text.",
         .required = true,
         .maxLength = api::maxLine_bytes},
        {.member = "path", .text = "The workspace's file; history is kept beside it.", .maxLength = 4096},
    };
};

template <>
struct Rules<api::HelloParams> {
    static constexpr Rule table[] = {
        {.member = "contractVersion",
         .text = "The contract's version that the caller speaks.",
         .required = true},
        {.member = "token",
         .text = "The token that the engine was started with.",
         .required = true,
         .maxLength = 256},
        {.member = "client", .text = "Name and version of the caller.", .maxLength = 256},
    };
};

template <>
struct Rules<api::TryParams> {
    static constexpr Rule table[] = {
        {.member = "listener", .text = "The listener's key.", .required = true},
        {.member = "method", .text = "The request's method.", .minLength = 1, .maxLength = 64},
        {.member = "target", .text = "The request's target.", .minLength = 1},
        {.member = "body", .text = "The request's body, in base64.", .maxLength = maxBodyText},
        {.member = "timeout_ms",
         .text = "How long to wait for the answer.",
         .unit = "ms",
         .minimum = 1,
         .maximum = 600000},
    };
};

template <>
struct Rules<api::ExplainParams> {
    static constexpr Rule table[] = {
        {.member = "listener", .text = "The listener's key.", .required = true},
        {.member = "method", .text = "The request's method.", .minLength = 1, .maxLength = 64},
        {.member = "target", .text = "The request's target.", .minLength = 1},
        {.member = "document", .text = "A draft to explain by; empty for what serves."},
    };
};

template <>
struct Rules<api::TryResult> {
    static constexpr Rule table[] = {
        {.member = "body", .text = "The answer's body, in base64, cut at 8 MiB.", .maxLength = maxBodyText},
    };
};

template <>
struct Rules<api::LoadParams> {
    static constexpr Rule table[] = {
        {.member = "rate_per_s",
         .text = "Requests begun a second.",
         .unit = "1/s",
         .minimum = 0.01,
         .maximum = 200000},
        {.member = "ramp_s",
         .text = "Time in which the rate grows from 0.",
         .unit = "s",
         .minimum = 0,
         .maximum = 86400},
        {.member = "duration_s", .text = "Length of the run.", .unit = "s", .minimum = 0.1, .maximum = 86400},
        {.member = "maxInFlight", .text = "Requests under way at most.", .minimum = 1, .maximum = 65536},
        {.member = "mix", .text = "What is sent.", .required = true, .minLength = 1},
    };
};

template <>
struct Rules<api::RecordsParams> {
    static constexpr Rule table[] = {
        {.member = "limit", .text = "Rows at most.", .maximum = 100000},
    };
};

template <>
struct Rules<api::RecordsResult> {
    static constexpr Rule table[] = {
        {.member = "rows", .text = "Newest first.", .maxLength = 100000},
    };
};

template <>
struct Rules<api::TraceParams> {
    static constexpr Rule table[] = {
        {.member = "traceId", .text = "Hexadecimal.", .required = true, .minLength = 1, .maxLength = 64},
    };
};

template <>
struct Rules<api::CancelParams> {
    static constexpr Rule table[] = {
        {.member = "id", .text = "The call to give up.", .required = true},
    };
};

/// Up to 10,000 routes with their services and listeners.
template <>
struct Rules<api::LayoutParams> {
    static constexpr Rule table[] = {
        {.member = "nodes", .text = "Boxes to place.", .maxLength = 100000},
        {.member = "edges", .text = "Arrows between them.", .maxLength = 200000},
    };
};
template <>
struct Rules<api::LayoutResult> {
    static constexpr Rule table[] = {
        {.member = "places", .text = "Where each box goes.", .maxLength = 100000},
    };
};
template <>
struct Rules<api::ApplyResult> {
    static constexpr Rule table[] = {
        {.member = "listeners", .text = "What is bound.", .maxLength = 200000},
        {.member = "backends", .text = "What is behind.", .maxLength = 200000},
        {.member = "routes", .text = "What is routed.", .maxLength = 200000},
    };
};
template <>
struct Rules<api::TelemetryFrame> {
    static constexpr Rule table[] = {
        {.member = "legs", .text = "Ways that requests took.", .maxLength = 200000},
    };
};

} // namespace gatehouse::json
