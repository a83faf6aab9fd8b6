#include "engine/gateway/header_edits.h"

#include "engine/base/text.h"
#include "engine/http/chars.h"

namespace gatehouse::gateway {

namespace {

/// Host may be replaced, but a request has exactly one.
bool mayEdit(std::string_view name, std::string_view value, HeaderEdits::Action action)
{
    const auto known = http::knownField(name);
    return http::isTokenText(name) && http::allAre(value, http::isFieldValue) && !http::isHopByHop(known) &&
           known != http::Known::contentLength && known != http::Known::gatehouseTrace &&
           (known != http::Known::host || action == HeaderEdits::Action::set);
}

} // namespace

HeaderEdits::HeaderEdits(const HeaderEdit& rule, const HeaderEdit& backend)
{
    apply(rule);
    apply(backend);
    for (auto& each : entries_) {
        each.known = http::knownField(each.name);
        if (each.action != Action::add)
            known_ |= bit(each.known);
        size_bytes_ += each.name.size() + each.value.size() + 6;
    }
}

HeaderEdits::Entry* HeaderEdits::entry(std::string_view name)
{
    for (auto& each : entries_) {
        if (equalsIgnoreCase(each.name, name))
            return &each;
    }
    return nullptr;
}

const HeaderEdits::Entry* HeaderEdits::find(std::string_view name) const
{
    for (const auto& each : entries_) {
        if (each.name.size() == name.size() && equalsIgnoreCase(each.name, name))
            return &each;
    }
    return nullptr;
}

void HeaderEdits::apply(const HeaderEdit& edit)
{
    for (const auto& [name, value] : edit.set) {
        if (!mayEdit(name, value, Action::set))
            continue;
        if (auto* known = entry(name))
            *known = {name, value, Action::set};
        else
            entries_.push_back({name, value, Action::set});
    }
    for (const auto& [name, value] : edit.add) {
        if (!mayEdit(name, value, Action::add))
            continue;
        auto* known = entry(name);
        if (!known)
            entries_.push_back({name, value, Action::add});
        else if (known->action == Action::remove)
            *known = {name, value, Action::set};
        else
            known->value += "," + value;
    }
    for (const auto& name : edit.remove) {
        if (!mayEdit(name, {}, Action::remove))
            continue;
        if (auto* known = entry(name))
            *known = {name, {}, Action::remove};
        else
            entries_.push_back({name, {}, Action::remove});
    }
}

std::string HeaderEdits::text() const
{
    static constexpr std::string_view verbs[] = {"set ", "add ", "remove "};
    std::string out;
    for (const auto& each : entries_) {
        if (!out.empty())
            out += ", ";
        out += verbs[std::size_t(each.action)];
        out += each.name;
        if (each.action != Action::remove)
            out += ": " + each.value;
    }
    return out;
}

} // namespace gatehouse::gateway
