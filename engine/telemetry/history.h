#pragma once

#include "engine/base/problem.h"
#include "engine/telemetry/collector.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What every second looked like, kept for a day in SQLite beside the workspace. One thread (storage); a
/// failing disk costs history, never service.
namespace gatehouse::telemetry {

struct HistorySecond {
    std::int64_t at_s = 0; ///< wall clock; the second that ended then
    LegName leg;
    std::uint64_t requests = 0;
    std::array<std::uint64_t, 6> byClass{};
    std::uint64_t refused = 0;
    std::uint64_t inFlight = 0;
    Quantiles latency;
};

/// What a second added to a way.
HistorySecond secondBetween(const LegTotals& before, const LegTotals& after);

class History
{
public:
    static constexpr std::int64_t keep_s = 24 * 3600;
    static constexpr std::size_t maxLegsPerSecond = 500; ///< of more, the busiest

    explicit History(std::string path); ///< its folder is made with mode 0700, the file with 0600
    ~History();

    /// Adds (to what is there of the same second and way: counts add up, of levels and latencies the larger
    /// stays), and removes what is older than a day (once a minute). Returns the first problem of a row of
    /// failures
    /// ("history.unavailable"); tries to open again at most every ten seconds.
    std::optional<Problem> append(std::vector<HistorySecond> seconds);

    /// Oldest first, at most `limit` rows.
    std::vector<HistorySecond> read(std::int64_t from_s, std::int64_t to_s, std::size_t limit);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace gatehouse::telemetry
