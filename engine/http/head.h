#pragma once

#include "engine/base/field.h"
#include "engine/http/error.h"
#include "engine/http/known_field.h"
#include "engine/http/limits.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// The head of an HTTP/1.x message: start line and field section (RFC 9112 §2–§6), parsed strictly in one
/// pass over a flat buffer. All views point into that buffer.
///
/// Why not Beast's parser: it takes bare LF, a field-name alphabet and chunk extensions that we must refuse,
/// so every byte would have to be walked a second time by a checking layer, and it copies each field into a
/// list node. One strict pass is shorter than the checking layer alone and allocates nothing once the vectors
/// have grown.
namespace gatehouse::http {

enum class Method : std::uint8_t { other, get, head, post, put, del, options, trace, connect, patch };

/// Idempotent by definition (RFC 9110 §9.2.2).
constexpr bool isIdempotent(Method method)
{
    return method != Method::other && method != Method::post && method != Method::patch &&
           method != Method::connect;
}

enum class TargetForm : std::uint8_t { origin, absolute, authority, asterisk };

struct Framing {
    enum class Kind : std::uint8_t { none, length, chunked, untilClose } kind = Kind::none;
    std::uint64_t length = 0; ///< for Kind::length; > 0 in requests

    bool hasBody() const { return kind != Kind::none && !(kind == Kind::length && length == 0); }
};

struct FieldSection {
    std::vector<FieldView> fields;
    std::vector<Known> known; ///< one for each field

    void clear()
    {
        fields.clear();
        known.clear();
    }
    const FieldView* first(Known which) const;
};

/// What Connection says (RFC 9110 §7.6.1). Fields that it nominates are marked Known::nominated.
struct ConnectionOptions {
    bool close = false;
    bool keepAlive = false;
    bool upgrade = false;
};

struct RequestHead {
    std::string_view method;
    Method methodId = Method::other;
    TargetForm form = TargetForm::origin;
    std::string_view rawTarget;
    std::string_view
        rawPath;            ///< starts with "/" in origin form; "*" in asterisk form; empty in authority form
    std::string_view query; ///< without "?"
    bool hasQuery = false;
    bool pathIsPlain = true;    ///< no escapes, dot segments or bytes to encode: rawPath is normal already
    bool queryIsPlain = true;   ///< no bytes to encode
    std::string_view authority; ///< of an absolute target, else the Host field; empty only in HTTP/1.0
    std::string_view host;      ///< authority without port (an IPv6 address with its brackets)
    std::uint8_t minor = 1;     ///< HTTP/1.0 or 1.1 (higher ones count as 1.1)
    FieldSection section;
    Framing framing;
    ConnectionOptions connection;
    bool keepAlive = true; ///< the client wants the connection to persist (RFC 9112 §9.3)
    bool expectContinue = false;
    bool wantsUpgrade = false; ///< Connection: upgrade with a protocol that may be tunnelled
    std::optional<std::uint32_t> maxForwards;

    void clear();
};

struct ResponseHead {
    std::uint16_t status = 0;
    std::string_view reason;
    std::uint8_t minor = 1;
    FieldSection section;
    Framing framing; ///< as it follows from the head and the request's method
    ConnectionOptions connection;
    bool keepAlive = true;                      ///< the server lets the connection persist
    std::optional<std::uint64_t> contentLength; ///< as announced, also where no body follows (HEAD, 304)

    void clear();
};

struct Parsed {
    enum class State : std::uint8_t { complete, needMore, failed } state = State::needMore;
    Error error = Error::none;
    std::size_t size = 0; ///< bytes that the head took, with the empty lines before it
};

/// Parses from the start of `bytes` each time; the caller looks for the end of the head (findHeadEnd) before
/// it calls again with more. Fails as soon as what is there can't become a head.
Parsed parseRequestHead(std::string_view bytes, const Limits& limits, RequestHead& head);

/// `requestMethod` decides about the body (RFC 9112 §6.3).
Parsed parseResponseHead(std::string_view bytes, const Limits& limits, Method requestMethod,
                         ResponseHead& head);

/// True if an empty line ends somewhere at or after `from`; `from` is moved so that nothing is searched
/// twice.
bool findHeadEnd(std::string_view bytes, std::size_t& from);

/// A field section on its own (trailers), without the empty line that ends it. Refuses fields that may not
/// stand there.
Error parseTrailers(std::string_view bytes, FieldSection& section);

} // namespace gatehouse::http
