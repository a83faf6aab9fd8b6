#pragma once

#include <cstdint>
#include <string_view>

/// Why a peer's bytes were refused. A closed list: each value names the clause that it stands on. What is
/// refused is never repaired and never forwarded.
namespace gatehouse::http {

enum class Error : std::uint8_t {
    none,
    // start line
    emptyLines,         ///< more than a few empty lines before a request (RFC 9112 §2.2)
    methodInvalid,      ///< not a token (RFC 9110 §9.1, §5.6.2)
    methodTooLong,      ///< → 501 (RFC 9112 §3)
    targetInvalid,      ///< a byte or escape outside RFC 3986, or no target at all (RFC 9112 §3.2)
    targetTooLong,      ///< → 414 (RFC 9112 §3)
    targetForm,         ///< a form that the method can't have (RFC 9112 §3.2.1–§3.2.4)
    schemeUnsupported,  ///< absolute form with another scheme than the listener's → 421 (RFC 9110 §7.4)
    startLineInvalid,   ///< not three parts divided by one space (RFC 9112 §3, §4)
    versionInvalid,     ///< not "HTTP/" DIGIT "." DIGIT (RFC 9112 §2.3)
    versionUnsupported, ///< a major version other than 1 → 505 (RFC 9110 §15.6.6)
    statusInvalid,      ///< not 100–599 (RFC 9110 §15)
    // field section
    bareCr, ///< CR without LF (RFC 9112 §2.2)
    bareLf, ///< LF without CR (RFC 9112 §2.2: may be taken, but two readers would see two messages)
    fieldNameInvalid,  ///< empty, no colon, or not a token (RFC 9112 §5, RFC 9110 §5.1)
    spaceBeforeColon,  ///< (RFC 9112 §5.1)
    fieldFolded,       ///< obs-fold, or white space before the first field (RFC 9112 §5.2, §2.2)
    fieldValueInvalid, ///< a control byte (RFC 9110 §5.5)
    headTooLarge,      ///< field section over the limit → 431 (RFC 6585 §5)
    tooManyFields,     ///< → 431
    // host
    hostMissing,  ///< HTTP/1.1 without Host (RFC 9112 §3.2)
    hostRepeated, ///< (RFC 9112 §3.2)
    hostInvalid,  ///< not uri-host [":" port], or empty (RFC 9110 §7.2)
    // framing
    contentLengthInvalid,  ///< not digits, a list, or over 2^63 (RFC 9112 §6.3)
    contentLengthRepeated, ///< even when equal (RFC 9112 §6.3)
    lengthAndCoding,       ///< Content-Length beside Transfer-Encoding (RFC 9112 §6.1)
    codingUnsupported,     ///< any Transfer-Encoding but one "chunked" → 501 (RFC 9112 §6.1)
    codingInvalid,         ///< empty, repeated or malformed Transfer-Encoding (RFC 9112 §6.1)
    codingInHttp10,        ///< (RFC 9112 §6.1)
    bodyForbidden,         ///< TRACE with a body (RFC 9110 §9.3.8)
    bodyTooLarge,          ///< over the limit → 413 (RFC 9110 §15.5.14)
    // connection
    connectionInvalid, ///< not a list of tokens, or nominates Host or a framing field (RFC 9110 §7.6.1)
    expectUnknown,     ///< another expectation than 100-continue → 417 (RFC 9110 §10.1.1)
    // chunks
    chunkSizeInvalid, ///< no digits, other characters, or over 2^63 (RFC 9112 §7.1)
    chunkExtInvalid,  ///< malformed or too long (RFC 9112 §7.1.1)
    chunkEndMissing,  ///< no CRLF after the announced bytes (RFC 9112 §7.1)
    trailerInvalid,   ///< malformed, too long, or a field that may not be a trailer (RFC 9110 §6.5.1)
    // end
    cutShort, ///< the peer closed inside a message (RFC 9112 §8)
};

/// The status that answers a request refused for `error`; 400 unless the list above says otherwise.
int statusFor(Error error);

/// Stable name for traces and tests: "content-length-repeated".
std::string_view errorCode(Error error);

/// One English sentence: what was expected.
std::string_view errorText(Error error);

/// The clause: "RFC 9112 §6.3".
std::string_view errorClause(Error error);

} // namespace gatehouse::http
