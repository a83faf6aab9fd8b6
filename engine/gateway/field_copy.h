#pragma once

#include "engine/base/text.h"
#include "engine/gateway/head_writer.h"
#include "engine/gateway/header_edits.h"
#include "engine/http/head.h"

namespace gatehouse::gateway {

/// Copies the fields that go on: not those for this hop, not those that `skip` says the caller writes itself;
/// with the edits of the route applied. One pass when there are no edits.
template <class Skip>
void copyFields(const http::FieldSection& section, const HeaderEdits& edits, HeadWriter& out, Skip&& skip)
{
    const auto goesOn = [&](std::size_t i) {
        return !http::isHopByHop(section.known[i]) && !skip(section.known[i]);
    };
    if (edits.empty()) {
        for (std::size_t i = 0; i < section.fields.size(); ++i) {
            if (goesOn(i))
                out.field(section.fields[i].name, section.fields[i].value);
        }
        return;
    }
    const auto lastOf = [&](std::string_view name) { // where an `add` is joined on
        for (std::size_t i = section.fields.size(); i-- > 0;) {
            if (goesOn(i) && section.fields[i].name.size() == name.size() &&
                equalsIgnoreCase(section.fields[i].name, name)) {
                return i;
            }
        }
        return section.fields.size();
    };
    for (std::size_t i = 0; i < section.fields.size(); ++i) {
        if (!goesOn(i))
            continue;
        const auto& field = section.fields[i];
        const auto* edit = edits.find(field.name);
        if (edit && edit->action != HeaderEdits::Action::add)
            continue;
        if (!edit || lastOf(field.name) != i) {
            out.field(field.name, field.value);
            continue;
        }
        out.put(field.name);
        out.put(": ");
        out.put(field.value);
        out.put(",");
        out.put(edit->value);
        out.put("\r\n");
    }
    for (const auto& edit : edits.entries()) {
        const bool fresh =
            edit.action == HeaderEdits::Action::set ||
            (edit.action == HeaderEdits::Action::add && lastOf(edit.name) == section.fields.size());
        if (fresh)
            out.field(edit.name, edit.value);
    }
}

} // namespace gatehouse::gateway
