#include "engine/traffic/load_mix.h"

#include "engine/base/address.h"
#include "engine/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gatehouse::traffic {

namespace {

constexpr std::uint32_t maxDrawn = 999'999'999;

std::optional<std::uint32_t> readNumber(std::string_view text)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value > maxDrawn)
        return std::nullopt;
    return value;
}

struct Range {
    std::size_t length; ///< of "{a..b}"
    std::uint32_t from;
    std::uint32_t span;
};

std::optional<Range> readRange(std::string_view text)
{
    const std::size_t close = text.find('}');
    const std::size_t dots = text.find("..");
    if (close == std::string_view::npos || dots == std::string_view::npos || dots > close)
        return std::nullopt;
    const auto from = readNumber(text.substr(1, dots - 1));
    const auto to = readNumber(text.substr(dots + 2, close - dots - 2));
    if (!from || !to || *to < *from)
        return std::nullopt;
    return Range{close + 1, *from, *to - *from + 1};
}

bool isToken(std::string_view text) // RFC 9110 §5.6.2
{
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= '0' && c <= '9') || (toLower(c) >= 'a' && toLower(c) <= 'z') ||
               marks.find(c) != std::string_view::npos;
    });
}

bool isVisible(std::string_view text, bool blanks)
{
    return std::all_of(text.begin(), text.end(), [&](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 ? byte != 0x7f : blanks && (byte == ' ' || byte == '\t');
    });
}

void checkTarget(const LoadSpecTarget& target, const std::string& pointer, Problems& problems)
{
    const auto fault = [&](const char* member, std::string message, std::string hint = {}) {
        problems.push_back({pointer + member, "load.invalid-target", std::move(message), std::move(hint)});
    };
    if (!Address{target.address, target.port}.isLoopback())
        problems.push_back(
            {pointer + "/address",
             "load.not-loopback",
             "Load goes to this machine only (127.0.0.0/8 or ::1), not to '" + target.address + "'.",
             "Send it to a listener of the gateway.",
             Severity::error,
             {target.address}});
    if (target.port == 0)
        fault("/port", "Port 0 can't be connected to.");
    if (!isToken(target.method))
        fault("/method", "'" + target.method + "' is no HTTP method.");
    if (!target.target.starts_with('/') || !isVisible(target.target, false))
        fault("/target", "The target must begin with '/' and hold no blanks or control characters.");
    if (!isVisible(target.host, false))
        fault("/host", "The host holds blanks or control characters.");
    for (const HeaderLine& header : target.headers) {
        if (!isToken(header.name) || !isVisible(header.value, true))
            fault("/headers", "'" + header.name + "' can't be sent as a header field.");
    }
    if (!(target.weight >= 0) || !std::isfinite(target.weight))
        fault("/weight", "A weight is 0 or more.");
}

} // namespace

TargetTemplate::TargetTemplate(std::string_view text)
{
    Piece piece;
    while (!text.empty()) {
        const std::optional<Range> range = text[0] == '{' ? readRange(text) : std::nullopt;
        if (range) {
            piece.from = range->from;
            piece.span = range->span;
            pieces_.push_back(std::move(piece));
            piece = {};
            text.remove_prefix(range->length);
        } else {
            piece.text += text[0];
            text.remove_prefix(1);
        }
    }
    pieces_.push_back(std::move(piece));
}

std::string TargetTemplate::draw(Draw& chance) const
{
    std::string target;
    for (const Piece& piece : pieces_) {
        target += piece.text;
        if (piece.span != 0)
            target += std::to_string(piece.from + chance.below(piece.span));
    }
    return target;
}

std::optional<LoadMix> LoadMix::make(const std::vector<LoadSpecTarget>& targets, Problems& problems)
{
    const std::size_t before = problems.size();
    LoadMix mix;
    double sum = 0;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        checkTarget(targets[i], "/mix/" + std::to_string(i), problems);
        sum += std::max(targets[i].weight, 0.0);
        mix.cumulated_.push_back(sum);
        mix.templates_.emplace_back(targets[i].target);
    }
    if (problems.size() == before && !(sum > 0))
        problems.push_back({"/mix", "load.no-weight", "Nothing to send: no target has a weight over 0.",
                            "Give at least one route a share."});
    if (problems.size() != before)
        return std::nullopt;
    return mix;
}

std::size_t LoadMix::pick(Draw& chance) const
{
    const double wanted = chance.unit() * cumulated_.back();
    const auto found = std::upper_bound(cumulated_.begin(), cumulated_.end(), wanted);
    return std::min(std::size_t(found - cumulated_.begin()), cumulated_.size() - 1);
}

Problems checkLoad(const LoadSpec& spec)
{
    Problems problems;
    if (spec.arrivals != "constant" && spec.arrivals != "poisson")
        problems.push_back({"/arrivals",
                            "load.invalid-arrivals",
                            "Expected constant or poisson, got '" + spec.arrivals + "'.",
                            {},
                            Severity::error,
                            {spec.arrivals}});
    LoadMix::make(spec.mix, problems);
    return problems;
}

} // namespace gatehouse::traffic
