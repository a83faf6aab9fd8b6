#pragma once

#include "engine/base/draw.h"
#include "engine/base/problem.h"
#include "engine/traffic/services_protocol.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::traffic {

/// "/books/{1..20}?page={1..3}": every {a..b} (0 ≤ a ≤ b < 10^9) becomes a whole number drawn for each
/// request. Any other brace is taken as it stands.
class TargetTemplate
{
public:
    explicit TargetTemplate(std::string_view text);
    std::string draw(Draw& chance) const;

private:
    struct Piece {
        std::string text;
        std::uint32_t from =
            0; ///< the number that follows the text, drawn in [from, from + span); span 0 = none
        std::uint32_t span = 0;
    };
    std::vector<Piece> pieces_;
};

/// Which target each request goes to, by weight.
class LoadMix
{
public:
    /// Checks that every target can be sent: loopback only, a token as method, a target that starts with "/",
    /// fields without line breaks, a weight in all. `problems` names every fault ("/mix/2/address" …); then
    /// nullopt.
    static std::optional<LoadMix> make(const std::vector<LoadSpecTarget>& targets, Problems& problems);

    std::size_t pick(Draw& chance) const; ///< index into the targets
    const TargetTemplate& targetOf(std::size_t index) const { return templates_[index]; }

private:
    std::vector<double> cumulated_;
    std::vector<TargetTemplate> templates_;
};

/// LoadMix's checks and the arrivals' name; the ranges of numbers are the protocol reader's business.
Problems checkLoad(const LoadSpec& spec);

} // namespace gatehouse::traffic
