#include "engine/gateway/downstream_response.h"

#include "engine/gateway/field_copy.h"
#include "engine/http/message.h"

namespace gatehouse::gateway {

namespace {

using http::Known;

void writeStatusLine(int status, std::string_view reason, HeadWriter& out)
{
    out.put("HTTP/1.1 ");
    out.number(std::uint64_t(status));
    out.put(' ');
    out.put(reason);
    out.put("\r\n");
}

void writeConnection(bool close, bool sayKeepAlive, HeadWriter& out)
{
    if (close)
        out.put("Connection: close\r\n");
    else if (sayKeepAlive)
        out.put("Connection: keep-alive\r\n");
}

std::size_t boundOf(const http::ResponseHead& head, std::size_t headSize)
{
    return headSize + head.section.fields.size() * 2 + 256;
}

} // namespace

void writeDownstreamResponse(const DownstreamResponseParts& parts, http::Buffer& out)
{
    const auto& head = parts.head;
    const std::size_t bound = boundOf(head, parts.headSize) + parts.edits.size_bytes();
    HeadWriter writer(out.reserve(bound), bound);
    writeStatusLine(head.status, head.reason, writer);
    bool dated = parts.edits.touches(Known::date);
    copyFields(head.section, parts.edits, writer, [&](Known known) {
        dated = dated || known == Known::date;
        return known == Known::contentLength || (known == Known::trailer && parts.body != BodyForm::chunked);
    });
    if (!dated)
        writer.field("Date", parts.date);
    // RFC 9110 §8.6: no Content-Length in 1xx and 204; in answers to HEAD and in 304 it says what would have
    // come.
    if (head.contentLength && parts.body != BodyForm::chunked && head.status != 204) {
        writer.put("Content-Length: ");
        writer.number(*head.contentLength);
        writer.put("\r\n");
    }
    if (parts.body == BodyForm::chunked)
        writer.put("Transfer-Encoding: chunked\r\n");
    writeConnection(parts.close, parts.sayKeepAlive, writer);
    writer.put("\r\n");
    out.commit(writer.size());
}

void writeInterimResponse(const http::ResponseHead& head, std::size_t headSize, http::Buffer& out)
{
    const std::size_t bound = boundOf(head, headSize);
    HeadWriter writer(out.reserve(bound), bound);
    writeStatusLine(head.status, head.reason, writer);
    copyFields(head.section, HeaderEdits{}, writer,
               [](Known known) { return known == Known::contentLength; });
    writer.put("\r\n");
    out.commit(writer.size());
}

void writeSwitchingResponse(const http::ResponseHead& head, std::size_t headSize, http::Buffer& out)
{
    const std::size_t bound = boundOf(head, headSize);
    HeadWriter writer(out.reserve(bound), bound);
    writeStatusLine(head.status, head.reason, writer);
    copyFields(head.section, HeaderEdits{}, writer,
               [](Known known) { return known == Known::contentLength; });
    writer.put("Connection: Upgrade\r\n");
    if (const auto* upgrade = head.section.first(Known::upgrade))
        writer.field("Upgrade", upgrade->value);
    writer.put("\r\n");
    out.commit(writer.size());
}

void writeOwnAnswer(const OwnAnswer& answer, bool headOnly, bool close, bool sayKeepAlive,
                    std::string_view date, http::Buffer& out)
{
    const std::size_t bound = answer.body.size() + answer.location.size() + answer.allow.size() + 512;
    HeadWriter writer(out.reserve(bound), bound);
    writeStatusLine(answer.status, http::reasonPhrase(answer.status), writer);
    writer.field("Date", date);
    if (!answer.location.empty())
        writer.field("Location", answer.location);
    if (!answer.allow.empty())
        writer.field("Allow", answer.allow);
    if (!answer.type.empty())
        writer.field("Content-Type", answer.type);
    writer.put("Content-Length: ");
    writer.number(answer.body.size());
    writer.put("\r\n");
    writeConnection(close, sayKeepAlive, writer);
    writer.put("\r\n");
    if (!headOnly)
        writer.put(answer.body);
    out.commit(writer.size());
}

} // namespace gatehouse::gateway
