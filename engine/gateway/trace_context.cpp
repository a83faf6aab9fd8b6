#include "engine/gateway/trace_context.h"

#include <algorithm>
#include <cstring>

namespace gatehouse::gateway {

namespace {

int lowerHex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool readHex(std::string_view text, std::uint8_t* out)
{
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        const int high = lowerHex(text[i]);
        const int low = lowerHex(text[i + 1]);
        if (high < 0 || low < 0)
            return false;
        out[i / 2] = std::uint8_t(high * 16 + low);
    }
    return true;
}

template <std::size_t N>
bool isZero(const std::array<std::uint8_t, N>& bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t b) { return b == 0; });
}

bool parse(std::string_view text, TraceContext& out)
{
    if (text.size() < TraceContext::textSize || text[2] != '-' || text[35] != '-' || text[52] != '-')
        return false;
    std::uint8_t version = 0;
    std::array<std::uint8_t, 8> parent{};
    if (!readHex(text.substr(0, 2), &version) || !readHex(text.substr(3, 32), out.traceId.data()) ||
        !readHex(text.substr(36, 16), parent.data()) || !readHex(text.substr(53, 2), &out.flags)) {
        return false;
    }
    if (version == 0xff || isZero(out.traceId) || isZero(parent))
        return false;
    if (text.size() > TraceContext::textSize && (version == 0 || text[TraceContext::textSize] != '-'))
        return false;
    return true;
}

} // namespace

TraceContext TraceContext::from(std::string_view traceparent, Draw& draw)
{
    TraceContext out;
    out.carried = !traceparent.empty() && parse(traceparent, out);
    if (!out.carried) {
        out = TraceContext{};
        const std::uint64_t high = draw.next();
        const std::uint64_t low = draw.next() | 1; // never all zero
        std::memcpy(out.traceId.data(), &high, 8);
        std::memcpy(out.traceId.data() + 8, &low, 8);
    }
    const std::uint64_t parent = draw.next() | 1;
    std::memcpy(out.parentId.data(), &parent, 8);
    return out;
}

void writeHex(const std::uint8_t* bytes, std::size_t count, char* out)
{
    static constexpr char digits[] = "0123456789abcdef";
    for (std::size_t i = 0; i < count; ++i) {
        *out++ = digits[bytes[i] >> 4];
        *out++ = digits[bytes[i] & 15];
    }
}

void TraceContext::write(char* out) const
{
    std::memcpy(out, "00-", 3);
    writeHex(traceId.data(), traceId.size(), out + 3);
    out[35] = '-';
    writeHex(parentId.data(), parentId.size(), out + 36);
    out[52] = '-';
    writeHex(&flags, 1, out + 53);
}

} // namespace gatehouse::gateway
