#include "ui/client/leg_series.h"

#include "ui/client/live_store.h"

#include <algorithm>

namespace gatehouse::ui {

namespace {

std::uint32_t grown(std::int64_t now, std::int64_t before)
{
    return now > before ? std::uint32_t(std::min<std::int64_t>(now - before, UINT32_MAX)) : 0u;
}

void level(LegSlot& slot, const api::Leg& leg)
{
    slot.inFlight = std::uint32_t(std::max<std::int64_t>(0, leg.inFlight));
    for (std::size_t i = 0; i < slot.latency_ms.size(); ++i)
        slot.latency_ms[i] = i < leg.latency_ms.size() ? float(leg.latency_ms[i]) : 0.0f;
}

} // namespace

LegSlot& LegSeries::write(std::int64_t slot)
{
    if (ring_.empty()) {
        ring_.resize(LiveStore::slotCount);
        owner_.assign(LiveStore::slotCount, -1);
    }
    const auto place = std::size_t(slot % LiveStore::slotCount);
    if (owner_[place] != slot) {
        owner_[place] = slot;
        ring_[place] = {};
    }
    return ring_[place];
}

const LegSlot& LegSeries::at(std::int64_t slot) const
{
    static const LegSlot empty;
    if (ring_.empty() || slot < 0)
        return empty;
    const auto place = std::size_t(slot % LiveStore::slotCount);
    return owner_[place] == slot ? ring_[place] : empty;
}

/// Counts of a frame that covers several slots are dealt out evenly, the remainder to the last.
void LegSeries::spread(const LegSlot& sum, std::int64_t fromSlot, std::int64_t toSlot)
{
    const auto parts = std::uint32_t(toSlot - fromSlot);
    const auto part = [&](std::uint32_t LegSlot::*member, std::int64_t slot) {
        const std::uint32_t even = sum.*member / parts;
        return slot == toSlot ? sum.*member - even * (parts - 1) : even;
    };
    for (std::int64_t slot = fromSlot + 1; slot <= toSlot; ++slot) {
        LegSlot& place = write(slot);
        for (const auto member : {&LegSlot::requests, &LegSlot::s2xx, &LegSlot::s3xx, &LegSlot::s4xx,
                                  &LegSlot::s5xx, &LegSlot::refused, &LegSlot::reused})
            place.*member += part(member, slot);
        level(place, last_);
    }
}

void LegSeries::take(const api::Leg& leg, std::int64_t fromSlot, std::int64_t toSlot, bool known)
{
    const api::Leg before = last_;
    last_ = leg;
    if (!known)
        return;
    LegSlot sum;
    sum.requests = grown(leg.requests, before.requests);
    sum.s2xx = grown(leg.s2xx, before.s2xx);
    sum.s3xx = grown(leg.s3xx, before.s3xx);
    sum.s4xx = grown(leg.s4xx, before.s4xx);
    sum.s5xx = grown(leg.s5xx, before.s5xx);
    sum.refused = grown(leg.refused, before.refused);
    sum.reused = grown(leg.reused, before.reused);
    spread(sum, fromSlot, toSlot);
}

void LegSeries::hold(std::int64_t fromSlot, std::int64_t toSlot)
{
    for (std::int64_t slot = fromSlot + 1; slot <= toSlot; ++slot)
        level(write(slot), last_);
}

void LegSeries::beginAgain()
{
    api::Leg zero;
    zero.listener = last_.listener;
    zero.route = last_.route;
    zero.backend = last_.backend;
    last_ = zero;
}

} // namespace gatehouse::ui
