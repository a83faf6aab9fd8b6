#pragma once

#include "engine/gateway/config.h"
#include "engine/http/known_field.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::gateway {

/// The header modifiers of a rule and of one of its backend references, folded into one list with one entry a
/// name, in the order that the specification gives (rule first). Entries for this hop's own fields
/// (Connection, Content-Length …) are left out: framing is never a filter's business.
class HeaderEdits
{
public:
    enum class Action : std::uint8_t {
        set, ///< replaces every field of that name
        add, ///< joined to the last one with a comma, or a new one
        remove,
    };
    struct Entry {
        std::string name;
        std::string value;
        Action action = Action::set;
        http::Known known = http::Known::other;
    };

    HeaderEdits() = default;
    explicit HeaderEdits(const HeaderEdit& rule, const HeaderEdit& backend = {});

    bool empty() const { return entries_.empty(); }
    const std::vector<Entry>& entries() const { return entries_; }
    const Entry* find(std::string_view name) const;
    bool touches(http::Known known) const { return (known_ & bit(known)) != 0; } ///< sets or removes it
    std::size_t size_bytes() const { return size_bytes_; } ///< that they can add to a head
    std::string text() const;                              ///< "set X-Debug: 1, remove Cookie", for traces

private:
    static std::uint64_t bit(http::Known known)
    {
        return known == http::Known::other ? 0 : 1ull << int(known);
    }
    void apply(const HeaderEdit& edit);
    Entry* entry(std::string_view name);

    std::vector<Entry> entries_;
    std::uint64_t known_ = 0;
    std::size_t size_bytes_ = 0;
};

} // namespace gatehouse::gateway
