#include "engine/telemetry/records.h"

#include "engine/base/text.h"

#include <algorithm>

namespace gatehouse::telemetry {

namespace {

bool containsIgnoreCase(std::string_view text, std::string_view loweredPart)
{
    const auto same = [](char a, char b) { return toLower(a) == b; };
    return std::search(text.begin(), text.end(), loweredPart.begin(), loweredPart.end(), same) != text.end();
}

bool byStart(const NumberedRecord& a, const NumberedRecord& b)
{
    return a.record.start_us != b.record.start_us ? a.record.start_us < b.record.start_us : a.id < b.id;
}

/// A filter with its names looked up once.
class Matcher
{
public:
    Matcher(const Hub& hub, const RecordFilter& filter) : filter_(filter), text_(lowered(filter.text))
    {
        if (filter.route.empty() && filter.backend.empty())
            return;
        for (const LegName& name : hub.legNames(0)) {
            legs_.push_back((filter.route.empty() || name.route == filter.route) &&
                            (filter.backend.empty() || name.backend == filter.backend));
        }
    }

    bool operator()(const Record& record) const
    {
        if (record.start_us < filter_.from_us || record.start_us > filter_.to_us)
            return false;
        if (record.status < filter_.statusFrom || record.status > filter_.statusTo)
            return false;
        if (!legs_.empty() && (record.leg >= legs_.size() || !legs_[record.leg]))
            return false;
        return text_.empty() || containsIgnoreCase(record.targetText(), text_);
    }

private:
    const RecordFilter& filter_;
    std::string text_;
    std::vector<bool> legs_;
};

} // namespace

std::uint64_t recordId(const Record& record, std::uint64_t number, std::uint64_t engineStart_us)
{
    const std::uint64_t since = record.start_us > engineStart_us ? record.start_us - engineStart_us : 0;
    return (since << 8 | (number & 255)) + 1;
}

RecordTail::RecordTail(Hub& hub, std::uint64_t engineStart_us)
    : hub_(hub), engineStart_us_(engineStart_us), next_(std::size_t(hub.workers()))
{
}

RecordTail::Batch RecordTail::take(std::size_t limit)
{
    Batch batch;
    const auto workers = std::uint64_t(hub_.workers());
    for (int w = 0; w < hub_.workers(); ++w) {
        const RecordRing& ring = hub_.ring(w);
        std::uint64_t& next = next_[std::size_t(w)];
        const std::uint64_t end = ring.end();
        std::uint64_t from = std::max(next, ring.first());
        if (end - from > limit)
            from = end - limit;
        batch.skipped += from - next;
        for (std::uint64_t number = from; number < end; ++number) {
            NumberedRecord row;
            if (ring.read(number, row.record)) {
                row.id = recordId(row.record, number * workers + std::uint64_t(w), engineStart_us_);
                batch.records.push_back(row);
            } else {
                ++batch.skipped;
            }
        }
        next = end;
    }
    std::sort(batch.records.begin(), batch.records.end(), byStart);
    if (batch.records.size() > limit) {
        const auto surplus = batch.records.size() - limit;
        batch.records.erase(batch.records.begin(), batch.records.begin() + std::ptrdiff_t(surplus));
        batch.skipped += surplus;
    }
    return batch;
}

RecordAnswer queryRecords(Hub& hub, std::uint64_t engineStart_us, const RecordFilter& filter)
{
    RecordAnswer answer;
    answer.oldest_us = engineStart_us;
    const Matcher matches(hub, filter);
    const auto workers = std::uint64_t(hub.workers());
    for (int w = 0; w < hub.workers(); ++w) {
        const RecordRing& ring = hub.ring(w);
        std::size_t taken = 0;
        NumberedRecord row;
        const std::uint64_t first = ring.first();
        for (std::uint64_t number = ring.end(); number-- > first;) {
            if (!ring.read(number, row.record))
                break;
            const std::uint64_t ended_us = row.record.start_us + row.record.total_us;
            if (ended_us < filter.from_us)
                break; // records stand in the order of their ends
            if (!matches(row.record))
                continue;
            ++answer.matched;
            if (taken < filter.limit) {
                ++taken;
                row.id = recordId(row.record, number * workers + std::uint64_t(w), engineStart_us);
                answer.records.push_back(row);
            }
        }
        if (Record oldest; first > 0 && ring.read(ring.first(), oldest))
            answer.oldest_us = std::max(answer.oldest_us, oldest.start_us + oldest.total_us);
    }
    std::sort(answer.records.begin(), answer.records.end(),
              [](const NumberedRecord& a, const NumberedRecord& b) { return byStart(b, a); });
    if (answer.records.size() > filter.limit)
        answer.records.resize(filter.limit);
    return answer;
}

} // namespace gatehouse::telemetry
