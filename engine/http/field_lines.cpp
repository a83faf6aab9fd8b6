#include "engine/http/field_lines.h"

#include "engine/http/line_scan.h"

namespace gatehouse::http {

namespace {

/// One field line at p, which is not at an empty line.
std::optional<Error> takeField(const char*& p, const char* end, FieldSection& section)
{
    if (*p == ' ' || *p == '\t')
        return Error::fieldFolded;
    const char* name = p;
    while (p < end && is(*p, isToken))
        ++p;
    if (p == end)
        return std::nullopt;
    if (*p == ' ' || *p == '\t')
        return Error::spaceBeforeColon;
    if (*p != ':' || p == name)
        return Error::fieldNameInvalid;
    const std::string_view nameText(name, std::size_t(p - name));
    ++p;
    const char* value = p;
    p = skipFieldValue(p, end);
    const std::string_view valueText(value, std::size_t(p - value));
    const auto ended = takeLineEnd(p, end, Error::fieldValueInvalid);
    if (ended == Error::none) {
        section.fields.push_back({nameText, trimOws(valueText)});
        section.known.push_back(knownField(nameText));
    }
    return ended;
}

} // namespace

std::optional<Error> takeFields(const char*& p, const char* end, const Limits& limits, FieldSection& section)
{
    for (;;) {
        if (p == end)
            return std::nullopt;
        if (*p == '\r' || *p == '\n')
            return takeLineEnd(p, end, Error::bareCr);
        if (section.fields.size() == limits.fields)
            return Error::tooManyFields;
        if (const auto error = takeField(p, end, section); error != Error::none)
            return error;
    }
}

const FieldView* FieldSection::first(Known which) const
{
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i] == which)
            return &fields[i];
    }
    return nullptr;
}

Error parseTrailers(std::string_view bytes, FieldSection& section)
{
    section.clear();
    const char* p = bytes.data();
    const char* end = p + bytes.size();
    while (p < end) {
        if (section.fields.size() == Limits{}.fields || takeField(p, end, section) != Error::none ||
            !mayBeTrailer(section.fields.back().name)) {
            return Error::trailerInvalid;
        }
    }
    return Error::none;
}

} // namespace gatehouse::http
