#include "engine/http/error.h"

namespace gatehouse::http {

namespace {

struct Row {
    Error error;
    int status;
    std::string_view code;
    std::string_view clause;
    std::string_view text;
};

constexpr Row table[] = {
    {Error::none, 200, "none", "", ""},
    {Error::emptyLines, 400, "empty-lines", "RFC 9112 §2.2",
     "A request line was expected, empty lines came."},
    {Error::methodInvalid, 400, "method-invalid", "RFC 9110 §9.1", "The method is not a token."},
    {Error::methodTooLong, 501, "method-too-long", "RFC 9112 §3",
     "The method is longer than any that is known."},
    {Error::targetInvalid, 400, "target-invalid", "RFC 9112 §3.2",
     "The request target is empty or holds a byte or an escape that a URI can't have."},
    {Error::targetTooLong, 414, "target-too-long", "RFC 9112 §3", "The request target is too long."},
    {Error::targetForm, 400, "target-form", "RFC 9112 §3.2",
     "The request target's form does not suit the method."},
    {Error::schemeUnsupported, 421, "scheme-unsupported", "RFC 9110 §7.4",
     "The request target's scheme is not the one served here."},
    {Error::startLineInvalid, 400, "start-line-invalid", "RFC 9112 §3",
     "The first line is not three parts divided by single spaces."},
    {Error::versionInvalid, 400, "version-invalid", "RFC 9112 §2.3", "The HTTP version is malformed."},
    {Error::versionUnsupported, 505, "version-unsupported", "RFC 9110 §15.6.6",
     "Only HTTP/1.x is spoken here."},
    {Error::statusInvalid, 400, "status-invalid", "RFC 9110 §15",
     "The status code is not between 100 and 599."},
    {Error::bareCr, 400, "bare-cr", "RFC 9112 §2.2", "A CR came without its LF."},
    {Error::bareLf, 400, "bare-lf", "RFC 9112 §2.2", "An LF came without its CR."},
    {Error::fieldNameInvalid, 400, "field-name-invalid", "RFC 9112 §5",
     "A header line has no colon, or its name is not a token."},
    {Error::spaceBeforeColon, 400, "space-before-colon", "RFC 9112 §5.1",
     "White space stands before a colon."},
    {Error::fieldFolded, 400, "field-folded", "RFC 9112 §5.2", "A header line is folded."},
    {Error::fieldValueInvalid, 400, "field-value-invalid", "RFC 9110 §5.5",
     "A header value holds a control byte."},
    {Error::headTooLarge, 431, "head-too-large", "RFC 6585 §5", "The header section is too large."},
    {Error::tooManyFields, 431, "too-many-fields", "RFC 6585 §5", "There are too many header fields."},
    {Error::hostMissing, 400, "host-missing", "RFC 9112 §3.2", "An HTTP/1.1 request needs a Host field."},
    {Error::hostRepeated, 400, "host-repeated", "RFC 9112 §3.2", "There is more than one Host field."},
    {Error::hostInvalid, 400, "host-invalid", "RFC 9110 §7.2",
     "The host is not a name or address with a port."},
    {Error::contentLengthInvalid, 400, "content-length-invalid", "RFC 9112 §6.3",
     "Content-Length is not one decimal number."},
    {Error::contentLengthRepeated, 400, "content-length-repeated", "RFC 9112 §6.3",
     "There is more than one Content-Length."},
    {Error::lengthAndCoding, 400, "length-and-coding", "RFC 9112 §6.1",
     "Content-Length and Transfer-Encoding came together."},
    {Error::codingUnsupported, 501, "coding-unsupported", "RFC 9112 §6.1",
     "Only the transfer coding chunked is understood."},
    {Error::codingInvalid, 400, "coding-invalid", "RFC 9112 §6.1",
     "Transfer-Encoding is empty, repeated or malformed."},
    {Error::codingInHttp10, 400, "coding-in-http10", "RFC 9112 §6.1", "HTTP/1.0 has no Transfer-Encoding."},
    {Error::bodyForbidden, 400, "body-forbidden", "RFC 9110 §9.3.8", "A TRACE request can't have a body."},
    {Error::bodyTooLarge, 413, "body-too-large", "RFC 9110 §15.5.14", "The body is larger than allowed."},
    {Error::connectionInvalid, 400, "connection-invalid", "RFC 9110 §7.6.1",
     "Connection is malformed or names a field that frames or routes the message."},
    {Error::expectUnknown, 417, "expect-unknown", "RFC 9110 §10.1.1",
     "Only the expectation 100-continue is known."},
    {Error::chunkSizeInvalid, 400, "chunk-size-invalid", "RFC 9112 §7.1",
     "A chunk size is not a hexadecimal number."},
    {Error::chunkExtInvalid, 400, "chunk-ext-invalid", "RFC 9112 §7.1.1",
     "A chunk extension is malformed or too long."},
    {Error::chunkEndMissing, 400, "chunk-end-missing", "RFC 9112 §7.1", "A chunk is not followed by CRLF."},
    {Error::trailerInvalid, 400, "trailer-invalid", "RFC 9110 §6.5.1",
     "The trailer section is malformed, too long, or holds a field that may not stand there."},
    {Error::cutShort, 400, "cut-short", "RFC 9112 §8", "The connection was closed inside a message."},
};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < std::size(table); ++i) {
        if (std::size_t(table[i].error) != i)
            return false;
    }
    return std::size(table) == std::size_t(Error::cutShort) + 1;
}
static_assert(inOrder(), "one row an error, in the enum's order");

} // namespace

int statusFor(Error error)
{
    return table[std::size_t(error)].status;
}

std::string_view errorCode(Error error)
{
    return table[std::size_t(error)].code;
}

std::string_view errorText(Error error)
{
    return table[std::size_t(error)].text;
}

std::string_view errorClause(Error error)
{
    return table[std::size_t(error)].clause;
}

} // namespace gatehouse::http
