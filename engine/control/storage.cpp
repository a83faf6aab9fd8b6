#include "engine/control/storage.h"

namespace gatehouse::control {

Storage::Storage(telemetry::Hub& hub, std::optional<telemetry::AccessLogOptions> accessLog,
                 std::function<void(const Problem&)> warn)
    : warn_(std::move(warn))
{
    if (accessLog)
        accessLog_ = std::make_unique<telemetry::AccessLog>(hub, std::move(*accessLog));
}

Storage::~Storage()
{
    thread_.post([this] { history_.reset(); }); // SQLite's connection ends on the thread that used it
    thread_.stop();
}

std::optional<Problem> Storage::openAccessLog()
{
    return accessLog_ ? accessLog_->open() : std::nullopt;
}

void Storage::keepHistoryIn(std::string path)
{
    thread_.post([this, path = std::move(path)] {
        history_ = path.empty() ? nullptr : std::make_unique<telemetry::History>(path);
    });
}

void Storage::storeRecords(std::vector<telemetry::NumberedRecord> records)
{
    if (!accessLog_ || records.empty())
        return;
    if (waitingRecords_.load(std::memory_order_relaxed) + records.size() > maxWaitingRecords) {
        dropped_.fetch_add(records.size(), std::memory_order_relaxed);
        return;
    }
    waitingRecords_.fetch_add(records.size(), std::memory_order_relaxed);
    thread_.post([this, records = std::move(records)] {
        if (const auto problem = accessLog_->write(records))
            warn_(*problem);
        waitingRecords_.fetch_sub(records.size(), std::memory_order_relaxed);
    });
}

void Storage::storeSeconds(std::vector<telemetry::HistorySecond> seconds)
{
    if (seconds.empty() || waitingSeconds_.load(std::memory_order_relaxed) >= maxWaitingSeconds)
        return;
    waitingSeconds_.fetch_add(1, std::memory_order_relaxed);
    thread_.post([this, seconds = std::move(seconds)]() mutable {
        if (history_) {
            if (const auto problem = history_->append(std::move(seconds)))
                warn_(*problem);
        }
        waitingSeconds_.fetch_sub(1, std::memory_order_relaxed);
    });
}

} // namespace gatehouse::control
