#include "engine/http/head.h"
#include "engine/http/target.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace gatehouse::http;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

bool isInside(std::string_view part, std::string_view whole)
{
    return part.empty() ||
           (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

void checkSection(const FieldSection& section, std::string_view bytes)
{
    require(section.fields.size() == section.known.size());
    for (const auto& field : section.fields) {
        require(!field.name.empty() && isInside(field.name, bytes) && isInside(field.value, bytes));
        require(field.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos);
    }
}

void checkRequest(std::string_view bytes, const Limits& limits)
{
    RequestHead head;
    const auto parsed = parseRequestHead(bytes, limits, head);
    require((parsed.state == Parsed::State::failed) == (parsed.error != Error::none));
    if (parsed.state != Parsed::State::complete)
        return;
    require(parsed.size <= bytes.size() && parsed.size <= limits.head_bytes + 2 * limits.emptyLines);
    checkSection(head.section, bytes);
    require(isInside(head.rawTarget, bytes) && isInside(head.authority, bytes) && isInside(head.host, bytes));
    std::size_t from = 0;
    require(findHeadEnd(bytes.substr(0, parsed.size), from));
    // Nothing behind the head has a say in it, and nothing less is a head.
    RequestHead again;
    require(parseRequestHead(bytes.substr(0, parsed.size), limits, again).size == parsed.size);
    require(parseRequestHead(bytes.substr(0, parsed.size - 1), limits, again).state ==
            Parsed::State::needMore);
    std::string normal;
    appendNormalPath(head.rawPath, normal);
    std::string twice;
    appendNormalPath(normal, twice);
    require(head.form != TargetForm::origin || (normal == twice && normal.starts_with('/')));
}

void checkResponse(std::string_view bytes, const Limits& limits)
{
    ResponseHead head;
    const auto parsed = parseResponseHead(bytes, limits, Method::get, head);
    if (parsed.state != Parsed::State::complete)
        return;
    require(parsed.size <= bytes.size() && head.status >= 100 && head.status <= 599);
    checkSection(head.section, bytes);
}

} // namespace

/// A head is refused, incomplete, or views into the very bytes that it was read from.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    checkRequest(bytes, {});
    checkRequest(bytes, {.head_bytes = 256, .target_bytes = 32, .fields = 4});
    checkResponse(bytes, {});
    FieldSection trailers;
    if (parseTrailers(bytes, trailers) == Error::none)
        checkSection(trailers, bytes);
    return 0;
}
