#pragma once

#include "engine/telemetry/hub.h"

#include <cstdint>
#include <string>
#include <vector>

/// Reading the workers' rings: the newest as they come, and questions about those kept.
namespace gatehouse::telemetry {

struct NumberedRecord {
    std::uint64_t id = 0; ///< unique within a run of the engine, grows with the request's start, below 2^53
    Record record;
};

/// Stable id of a record: microseconds since `engineStart_us`, made unique by its place in the ring.
std::uint64_t recordId(const Record& record, std::uint64_t number, std::uint64_t engineStart_us);

/// Follows all rings. One thread.
class RecordTail
{
public:
    RecordTail(Hub& hub, std::uint64_t engineStart_us);

    struct Batch {
        std::vector<NumberedRecord> records; ///< in the order of their start
        std::uint64_t skipped = 0;           ///< finished since the last call but not here
    };
    /// What finished since the last call; of more than `limit` the newest.
    Batch take(std::size_t limit);

private:
    Hub& hub_;
    std::uint64_t engineStart_us_;
    std::vector<std::uint64_t> next_;
};

struct RecordFilter {
    std::uint64_t from_us = 0;
    std::uint64_t to_us = UINT64_MAX;
    std::string route; ///< key; empty = all
    std::string backend;
    int statusFrom = 0;
    int statusTo = 999;
    std::string text; ///< part of the target's recorded beginning, without case
    std::size_t limit = 1000;
};

struct RecordAnswer {
    std::vector<NumberedRecord> records; ///< newest first
    std::uint64_t matched = 0;           ///< among all that are kept
    std::uint64_t oldest_us = 0;         ///< requests that ended before this may be gone
};

/// Reads every ring once (2^18 records a worker: about 10 ms each). Any thread.
RecordAnswer queryRecords(Hub& hub, std::uint64_t engineStart_us, const RecordFilter& filter);

} // namespace gatehouse::telemetry
