#include "engine/gateway/upstream_request.h"

#include "engine/gateway/field_copy.h"
#include "engine/http/chars.h"

namespace gatehouse::gateway {

namespace {

using http::Known;

/// Fields that are written below from what they were, or anew.
constexpr bool isRewritten(Known known)
{
    switch (known) {
    case Known::host:
    case Known::contentLength:
    case Known::expect:
    case Known::maxForwards:
    case Known::trailer:
    case Known::forwarded:
    case Known::xForwardedFor:
    case Known::xForwardedProto:
    case Known::xForwardedHost:
    case Known::xRequestId:
    case Known::traceparent:
    case Known::tracestate:
    case Known::gatehouseTrace:
        return true;
    default:
        return false;
    }
}

/// "name: " and what came in fields of that kind, joined, with ", " behind; the caller ends the line.
void beginList(const http::FieldSection& section, Known known, std::string_view name, HeadWriter& out)
{
    out.put(name);
    out.put(": ");
    for (std::size_t i = 0; i < section.fields.size(); ++i) {
        if (section.known[i] == known && !section.fields[i].value.empty()) {
            out.put(section.fields[i].value);
            out.put(", ");
        }
    }
}

void writeForwarded(const UpstreamRequestParts& parts, HeadWriter& out)
{
    const auto& edits = parts.edits;
    if (!edits.touches(Known::xForwardedFor)) {
        beginList(parts.head.section, Known::xForwardedFor, "X-Forwarded-For", out);
        out.put(parts.client);
        out.put("\r\n");
    }
    if (!edits.touches(Known::xForwardedProto))
        out.put("X-Forwarded-Proto: http\r\n");
    if (!edits.touches(Known::xForwardedHost) && !parts.receivedHost.empty())
        out.field("X-Forwarded-Host", parts.receivedHost);
    if (edits.touches(Known::forwarded))
        return;
    beginList(parts.head.section, Known::forwarded, "Forwarded", out);
    const bool v6 = parts.client.find(':') != std::string_view::npos; // RFC 7239 §6: brackets, and so quotes
    out.put(v6 ? "for=\"[" : "for=");
    out.put(parts.client);
    if (v6)
        out.put("]\"");
    if (!parts.receivedHost.empty()) {
        out.put(";host=\"");
        out.put(parts.receivedHost);
        out.put("\"");
    }
    out.put(";proto=http\r\n");
}

void writeTrace(const UpstreamRequestParts& parts, HeadWriter& out)
{
    if (!parts.edits.touches(Known::xRequestId))
        out.field("X-Request-Id", parts.requestId);
    if (!parts.edits.touches(Known::traceparent)) {
        out.put("traceparent: ");
        parts.trace.write(out.skip(TraceContext::textSize));
        out.put("\r\n");
    }
    if (!parts.trace.carried || parts.edits.touches(Known::tracestate))
        return;
    for (std::size_t i = 0; i < parts.head.section.fields.size(); ++i) {
        if (parts.head.section.known[i] == Known::tracestate)
            out.field("tracestate", parts.head.section.fields[i].value);
    }
}

void writeFraming(const UpstreamRequestParts& parts, HeadWriter& out)
{
    const auto& head = parts.head;
    if (head.framing.kind == http::Framing::Kind::chunked) {
        out.put("Transfer-Encoding: chunked\r\n");
        if (const auto* trailer = head.section.first(Known::trailer))
            out.field("Trailer", trailer->value);
    } else if (head.framing.kind == http::Framing::Kind::length || head.section.first(Known::contentLength)) {
        out.put("Content-Length: ");
        out.number(head.framing.length);
        out.put("\r\n");
    }
    if (head.expectContinue)
        out.put("Expect: 100-continue\r\n");
    if (head.maxForwards) { // OPTIONS and TRACE; zero never comes here (RFC 9110 §7.6.2)
        out.put("Max-Forwards: ");
        out.number(*head.maxForwards - 1);
        out.put("\r\n");
    } else if (const auto* hops = head.section.first(Known::maxForwards)) {
        out.field("Max-Forwards", hops->value);
    }
}

bool acceptsTrailers(const http::FieldSection& section)
{
    for (std::size_t i = 0; i < section.fields.size(); ++i) {
        if (section.known[i] != Known::te)
            continue;
        if (!http::forEachElement(section.fields[i].value, [](std::string_view coding) {
                return !equalsIgnoreCase(coding, "trailers");
            })) {
            return true;
        }
    }
    return false;
}

/// Connection-specific fields of our own (RFC 9110 §7.6.1, §10.1.4).
void writeHop(const UpstreamRequestParts& parts, HeadWriter& out)
{
    const bool trailers = acceptsTrailers(parts.head.section);
    if (trailers)
        out.put("TE: trailers\r\n");
    if (parts.upgrade) {
        out.put(trailers ? "Connection: Upgrade, TE\r\nUpgrade: " : "Connection: Upgrade\r\nUpgrade: ");
        bool first = true;
        for (std::size_t i = 0; i < parts.head.section.fields.size(); ++i) {
            if (parts.head.section.known[i] != Known::upgrade)
                continue;
            if (!first)
                out.put(", ");
            out.put(parts.head.section.fields[i].value);
            first = false;
        }
        out.put("\r\n");
    } else if (trailers) {
        out.put("Connection: TE\r\n");
    }
}

} // namespace

bool isRequestId(std::string_view text)
{
    return !text.empty() && text.size() <= 128 && http::allAre(text, http::isUnreserved);
}

void writeUpstreamRequest(const UpstreamRequestParts& parts, http::Buffer& out)
{
    // The client's fields at most once more with ": " for ":", joined lists with ", " for a line end, then
    // ours.
    const std::size_t bound = parts.headSize + parts.head.section.fields.size() * 2 + parts.path.size() +
                              parts.query.size() + parts.host.size() + 2 * parts.receivedHost.size() +
                              parts.edits.size_bytes() + 1024;
    HeadWriter writer(out.reserve(bound), bound);
    writer.put(parts.head.method);
    writer.put(' ');
    writer.put(parts.path);
    if (parts.head.hasQuery) {
        writer.put('?');
        writer.put(parts.query);
    }
    writer.put(" HTTP/1.1\r\n");
    if (!parts.edits.touches(Known::host))
        writer.field("Host", parts.host);
    copyFields(parts.head.section, parts.edits, writer, isRewritten);
    writeForwarded(parts, writer);
    writer.put("Via: 1.1 gatehouse\r\n");
    writeTrace(parts, writer);
    writeFraming(parts, writer);
    writeHop(parts, writer);
    writer.put("\r\n");
    out.commit(writer.size());
}

} // namespace gatehouse::gateway
