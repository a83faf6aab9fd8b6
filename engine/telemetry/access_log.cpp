#include "engine/telemetry/access_log.h"

#include "engine/base/json_text.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>

namespace gatehouse::telemetry {

namespace {

void appendTime(std::string& out, std::uint64_t wall_us)
{
    const auto seconds = std::time_t(wall_us / 1'000'000);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char text[40];
    const auto length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc);
    out.append(text, length);
    char fraction[12];
    std::snprintf(fraction, sizeof fraction, ".%06uZ", unsigned(wall_us % 1'000'000));
    out.append(fraction);
}

void appendMember(std::string& out, std::string_view name, std::string_view value)
{
    out.append(",\"").append(name).append("\":");
    json::appendQuoted(out, value);
}

void appendMember(std::string& out, std::string_view name, std::uint64_t value)
{
    out.append(",\"").append(name).append("\":").append(std::to_string(value));
}

void appendMs(std::string& out, std::string_view name, std::uint32_t value_us)
{
    out.append(",\"").append(name).append("\":").append(json::numberText(value_us / 1000.0));
}

void appendHex(std::string& out, std::string_view name, const TraceId& id)
{
    static constexpr char digits[] = "0123456789abcdef";
    out.append(",\"").append(name).append("\":\"");
    for (const std::uint8_t byte : id)
        out.append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    out.append(1, '"');
}

Problem failure(std::string_view code, const std::string& path, int error)
{
    const std::string reason = std::strerror(error);
    return {.code = std::string(code),
            .message = "The access log " + path + " can't be written: " + reason + '.',
            .hint = "Free space or give another file; requests are served meanwhile.",
            .severity = Severity::warning,
            .args = {path, reason}};
}

/// All of `text`, or the error.
int writeAll(int file, std::string_view text)
{
    while (!text.empty()) {
        const auto written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : ENOSPC;
        text.remove_prefix(std::size_t(written));
    }
    return 0;
}

} // namespace

void appendAccessLine(std::string& out, const Record& record, const LegName& name)
{
    out.append("{\"time\":\"");
    appendTime(out, record.start_us);
    out.append(1, '"');
    const auto target = record.targetText();
    const auto query = target.find('?');
    appendMember(out, "method", methodName(record.method));
    appendMember(out, "path", target.substr(0, query));
    if (record.targetCut && query == std::string_view::npos)
        out.append(",\"path_cut\":true");
    appendMember(out, "status", record.status);
    appendMember(out, "listener", name.listener);
    appendMember(out, "route", name.route);
    appendMember(out, "backend", name.backend);
    appendMs(out, "duration_ms", record.total_us);
    appendMs(out, "upstream_ms", record.upstream_us);
    appendMs(out, "connect_ms", record.connect_us);
    appendMember(out, "bytes_in", record.bytesIn);
    appendMember(out, "bytes_out", record.bytesOut);
    appendMember(out, "attempts", record.attempts);
    out.append(record.reused ? ",\"reused\":true" : ",\"reused\":false");
    if (record.refusal != Refusal::none)
        appendMember(out, "refused_by", refusalName(record.refusal));
    appendHex(out, "trace_id", record.traceId);
    appendMember(out, "revision", record.revision);
    out.append("}");
}

AccessLog::AccessLog(Hub& hub, AccessLogOptions options) : hub_(hub), options_(std::move(options)) {}

AccessLog::~AccessLog()
{
    if (file_ > STDERR_FILENO)
        ::close(file_);
}

std::optional<Problem> AccessLog::open()
{
    if (options_.path == "-") {
        file_ = STDOUT_FILENO;
        return std::nullopt;
    }
    file_ = ::open(options_.path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0)
        return failure("access-log.open-failed", options_.path, errno);
    struct stat facts {
    };
    size_bytes_ = ::fstat(file_, &facts) == 0 ? std::uint64_t(facts.st_size) : 0;
    return std::nullopt;
}

const LegName& AccessLog::nameOf(std::uint32_t leg)
{
    if (leg >= names_.size()) {
        auto more = hub_.legNames(names_.size());
        names_.insert(names_.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
    }
    return names_[leg < names_.size() ? leg : 0];
}

bool AccessLog::rotate()
{
    for (int i = options_.keep; i > 0; --i) {
        const std::string from = i == 1 ? options_.path : options_.path + '.' + std::to_string(i - 1);
        std::rename(from.c_str(), (options_.path + '.' + std::to_string(i)).c_str());
    }
    if (options_.keep == 0)
        ::unlink(options_.path.c_str());
    ::close(file_);
    return !open().has_value();
}

std::optional<Problem> AccessLog::write(std::span<const NumberedRecord> records)
{
    if (records.empty())
        return std::nullopt;
    buffer_.clear();
    for (const NumberedRecord& row : records) {
        appendAccessLine(buffer_, row.record, nameOf(row.record.leg));
        buffer_ += '\n';
    }
    int error = 0;
    const bool rotates =
        options_.path != "-" && size_bytes_ != 0 && size_bytes_ + buffer_.size() > options_.rotateAt_bytes;
    if (file_ < 0 || rotates) {
        const bool opened = file_ < 0 ? !open().has_value() : rotate();
        error = opened ? 0 : errno;
    }
    if (error == 0)
        error = writeAll(file_, buffer_);
    if (error == 0) {
        size_bytes_ += buffer_.size();
        failing_ = false;
        return std::nullopt;
    }
    lost_ += records.size();
    const bool first = !failing_;
    failing_ = true;
    return first ? std::optional(failure("access-log.write-failed", options_.path, error)) : std::nullopt;
}

} // namespace gatehouse::telemetry
