#pragma once

#include "engine/base/problem.h"
#include "engine/telemetry/hub.h"
#include "engine/telemetry/records.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

/// The access log: one JSON object a line, drained from the rings, never written by a worker. One thread
/// (storage).
namespace gatehouse::telemetry {

struct AccessLogOptions {
    std::string path; ///< "-" = standard output, without rotation
    std::uint64_t rotateAt_bytes = 64u << 20;
    int keep = 5; ///< PATH.1 … PATH.5, the newest first
};

/// One line without its newline. Only the path's recorded beginning is written, never a query: that is where
/// tokens stand.
void appendAccessLine(std::string& out, const Record& record, const LegName& name);

class AccessLog
{
public:
    AccessLog(Hub& hub, AccessLogOptions options);
    ~AccessLog();
    AccessLog(const AccessLog&) = delete;
    AccessLog& operator=(const AccessLog&) = delete;

    /// Opens for appending, mode 0600. A problem "access-log.open-failed" says why not.
    std::optional<Problem> open();

    /// Appends and rotates. The first failure of a row of failures is returned ("access-log.write-failed");
    /// the lines are lost, the log goes on as soon as the device takes bytes again.
    std::optional<Problem> write(std::span<const NumberedRecord> records);

    std::uint64_t lost() const { return lost_; }

private:
    bool rotate();
    const LegName& nameOf(std::uint32_t leg);

    Hub& hub_;
    AccessLogOptions options_;
    int file_ = -1;
    std::uint64_t size_bytes_ = 0;
    std::uint64_t lost_ = 0;
    bool failing_ = false;
    std::vector<LegName> names_;
    std::string buffer_;
};

} // namespace gatehouse::telemetry
