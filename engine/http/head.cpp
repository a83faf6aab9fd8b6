#include "engine/http/head.h"

#include "engine/http/field_lines.h"
#include "engine/http/head_meaning.h"
#include "engine/http/start_line.h"

namespace gatehouse::http {

namespace {

Parsed failed(Error error)
{
    return {Parsed::State::failed, error, 0};
}

/// The outcome of a pass that stopped with `error` at p.
Parsed finish(std::optional<Error> error, std::string_view bytes, const char* p, const Limits& limits)
{
    const auto size = std::size_t(p - bytes.data());
    if (!error)
        return bytes.size() >= limits.head_bytes ? failed(Error::headTooLarge) : Parsed{};
    if (*error != Error::none)
        return failed(*error);
    return size > limits.head_bytes ? failed(Error::headTooLarge)
                                    : Parsed{Parsed::State::complete, Error::none, size};
}

} // namespace

void RequestHead::clear()
{
    auto kept = std::move(section);
    kept.clear();
    *this = RequestHead{};
    section = std::move(kept);
}

void ResponseHead::clear()
{
    auto kept = std::move(section);
    kept.clear();
    *this = ResponseHead{};
    section = std::move(kept);
}

Parsed parseRequestHead(std::string_view bytes, const Limits& limits, RequestHead& head)
{
    head.clear();
    const char* p = bytes.data();
    const char* end = p + bytes.size();
    auto error = takeEmptyLines(p, end, limits);
    if (error == Error::none)
        error = takeRequestLine(p, end, limits, head);
    if (error == Error::none)
        error = takeFields(p, end, limits, head.section);
    if (error == Error::none)
        error = understandRequest(limits, head);
    return finish(error, bytes, p, limits);
}

Parsed parseResponseHead(std::string_view bytes, const Limits& limits, Method requestMethod,
                         ResponseHead& head)
{
    head.clear();
    const char* p = bytes.data();
    const char* end = p + bytes.size();
    auto error = takeStatusLine(p, end, head);
    if (error == Error::none)
        error = takeFields(p, end, limits, head.section);
    if (error == Error::none)
        error = understandResponse(requestMethod, head);
    return finish(error, bytes, p, limits);
}

bool findHeadEnd(std::string_view bytes, std::size_t& from)
{
    for (;;) {
        const auto lf = bytes.find('\n', from);
        if (lf == std::string_view::npos) {
            from = bytes.size();
            return false;
        }
        const auto next = lf + 1 < bytes.size() && bytes[lf + 1] == '\r' ? lf + 2 : lf + 1;
        if (next >= bytes.size()) {
            from = lf;
            return false;
        }
        from = next;
        if (bytes[next] == '\n')
            return true;
    }
}

} // namespace gatehouse::http
