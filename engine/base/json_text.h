#pragma once

#include "engine/base/json.h"

#include <string>
#include <string_view>

namespace gatehouse::json
{

/// Bytes of the well-formed UTF-8 sequence (RFC 3629) at the start of `text`, 0 where there is none.
std::size_t utf8SequenceLength(std::string_view text);

/// Code points in `text`; a byte that belongs to none counts as one.
std::size_t countCodePoints(std::string_view text);

/// Line and column of the byte `offset` (clamped to the text's end).
Position positionOf(std::string_view text, std::size_t offset);

/// Appends `text` as a JSON string with its quotes. What isn't UTF-8 becomes U+FFFD, so that bytes of the
/// wire can be shown.
void appendQuoted(std::string& out, std::string_view text);

/// Text for a message: quoted, control characters escaped, cut after 60 code points.
std::string shown(std::string_view text);

/// The shortest plain spelling that reads back the same; exponents only from 1e21 up and below 1e-7.
std::string numberText(double number);

} // namespace gatehouse::json
