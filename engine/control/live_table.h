#pragma once

#include "engine/api/contract.h"
#include "engine/control/observer.h"

#include <cstdint>
#include <vector>

namespace gatehouse::control {

/// The newest numbers of every way, on the main thread, and the frames that readers get of them. A reader
/// that missed frames gets newer numbers, never older ones later: what waits is only "which ways has it not
/// seen since they changed".
class LiveTable
{
public:
    explicit LiveTable(telemetry::Hub& hub) : hub_(hub) {}

    void take(const Tick& tick, std::uint64_t revision);

    /// What one reader was sent.
    class Reader
    {
        friend class LiveTable;
        std::vector<std::uint64_t> seen_; ///< by leg: version last sent
        std::size_t next_ = 0;            ///< where the next frame begins to look
        bool greeted_ = false;
    };

    /// Ways that changed since the last frame for this reader; the first frame holds all. Later frames hold
    /// at most maxLegsPerFrame, so that no turn of the main loop gets long; the rest follow in the next ones.
    api::TelemetryFrame frameFor(Reader& reader) const;

    static constexpr std::size_t maxLegsPerFrame = 400;

private:
    struct Row {
        telemetry::LegName name;
        telemetry::LegTotals totals;
        std::uint64_t version = 0; ///< 0 = never used
    };

    telemetry::Hub& hub_;
    std::vector<Row> rows_;
    std::uint64_t version_ = 0;
    api::TelemetryFrame head_; ///< all but the legs
};

api::RequestRow requestRow(const telemetry::NumberedRecord& record, const telemetry::LegName& name);
std::string hexOf(const telemetry::TraceId& id);

} // namespace gatehouse::control
