#include "engine/base/json.h"
#include "engine/base/json_locate.h"
#include "engine/base/json_text.h"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

#include <charconv>
#include <cmath>
#include <unordered_set>

namespace gatehouse::json {

namespace {

using boost::json::error_code;
using boost::json::string_view;

constexpr std::size_t maxReported = 50;

/// One array or object that is open.
struct Frame {
    bool isArray = false;
    std::size_t index = 0;
    std::string key;
    std::unordered_set<std::string> keys;
};

/// Builds the value, and notes what basic_parser lets pass: duplicate members and numbers out of range.
class Handler
{
public:
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);

    Value release() { return stack_.release(); }
    const Problems& noted() const { return noted_; }

    std::string pointer() const
    {
        std::string out;
        for (const Frame& frame : frames_) {
            if (frame.isArray)
                out += "/" + std::to_string(frame.index);
            else if (!frame.keys.empty())
                out += "/" + escapePointerToken(frame.key);
        }
        return out;
    }

    bool on_document_begin(error_code&)
    {
        stack_.reset();
        return true;
    }
    bool on_document_end(error_code&) { return true; }
    bool on_array_begin(error_code&)
    {
        frames_.emplace_back().isArray = true;
        return true;
    }
    bool on_array_end(std::size_t n, error_code&)
    {
        stack_.push_array(n);
        return ended();
    }
    bool on_object_begin(error_code&)
    {
        frames_.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t n, error_code&)
    {
        stack_.push_object(n);
        return ended();
    }
    bool on_key_part(string_view s, std::size_t, error_code&)
    {
        text_.append(s.data(), s.size());
        return true;
    }
    bool on_key(string_view s, std::size_t, error_code&)
    {
        text_.append(s.data(), s.size());
        stack_.push_key(text_);
        Frame& frame = frames_.back();
        frame.key.swap(text_);
        text_.clear();
        if (!frame.keys.insert(frame.key).second)
            note("json.duplicate-member", "The member " + shown(frame.key) + " is given twice.",
                 "Keep one of them.", frame.key);
        return true;
    }
    bool on_string_part(string_view s, std::size_t, error_code&)
    {
        text_.append(s.data(), s.size());
        return true;
    }
    bool on_string(string_view s, std::size_t, error_code&)
    {
        text_.append(s.data(), s.size());
        stack_.push_string(text_);
        text_.clear();
        return next();
    }
    bool on_number_part(string_view s, error_code&)
    {
        text_.append(s.data(), s.size());
        return true;
    }
    bool on_int64(std::int64_t i, string_view, error_code&)
    {
        text_.clear();
        stack_.push_int64(i);
        return next();
    }
    bool on_uint64(std::uint64_t u, string_view, error_code&)
    {
        text_.clear();
        stack_.push_uint64(u);
        return next();
    }
    bool on_double(double d, string_view s, error_code&)
    {
        text_.append(s.data(), s.size());
        // Boost 1.81 rounds carelessly and reads 1e400 as infinity.
        double exact = d;
        const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), exact);
        const bool tooSmall = error != std::errc() && std::abs(d) < 1;
        if (error != std::errc() && !tooSmall)
            note("json.number-range", "The number " + text_.substr(0, 60) + " is too large.",
                 "Numbers go up to about 1.8e308.", text_.substr(0, 60));
        stack_.push_double(error == std::errc() ? exact : 0);
        text_.clear();
        return next();
    }
    bool on_bool(bool b, error_code&)
    {
        stack_.push_bool(b);
        return next();
    }
    bool on_null(error_code&)
    {
        stack_.push_null();
        return next();
    }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }

private:
    bool next()
    {
        if (!frames_.empty())
            ++frames_.back().index;
        return true;
    }
    bool ended()
    {
        frames_.pop_back();
        return next();
    }
    void note(const char* code, std::string message, std::string hint, std::string arg)
    {
        if (noted_.size() < maxReported)
            noted_.push_back(
                {pointer(), code, std::move(message), std::move(hint), Severity::error, {std::move(arg)}});
    }

    boost::json::value_stack stack_;
    std::vector<Frame> frames_;
    std::string text_; ///< of a key, string or number that comes in parts
    Problems noted_;
};

struct Words {
    const char* code;
    const char* message;
    const char* hint;
};

Words wordsFor(boost::json::error kind)
{
    using boost::json::error;
    switch (kind) {
    case error::extra_data:
        return {"json.trailing-text", "Text follows after the end of the JSON value.", "Remove it."};
    case error::incomplete:
        return {"json.cut-off", "The text ends before the JSON value is complete.",
                "A bracket, brace or quote is not closed."};
    case error::too_deep:
        return {"json.too-deep", "Arrays and objects are nested too deeply.", ""};
    case error::exponent_overflow:
        return {"json.number-range", "The number's exponent is too large.",
                "Numbers go up to about 1.8e308."};
    case error::illegal_leading_surrogate:
    case error::illegal_trailing_surrogate:
    case error::expected_utf16_escape:
        return {"json.bad-text", "A \\u escape is half of a surrogate pair.",
                "Write the character itself, in UTF-8."};
    case error::expected_hex_digit:
        return {"json.bad-text", "A \\u escape needs four hexadecimal digits.", ""};
    default:
        return {"json.syntax", "This is not JSON.", ""};
    }
}

std::string characterShown(std::string_view rest)
{
    const std::size_t length = utf8SequenceLength(rest);
    return shown(rest.substr(0, std::max<std::size_t>(length, 1)));
}

/// basic_parser says only "syntax"; the character at which it stopped says the rest.
Problem syntaxProblem(std::string_view rest)
{
    Problem out{.code = "json.syntax"};
    const unsigned char c = rest.empty() ? 0 : static_cast<unsigned char>(rest.front());
    if (c >= 0x80 && utf8SequenceLength(rest) == 0) {
        out.code = "json.bad-text";
        out.message = "This is not UTF-8.";
        out.hint = "Save the file in UTF-8.";
    } else if (c < 0x20) {
        out.code = "json.bad-text";
        out.message = "A control character or line break stands where it may not.";
        out.hint = "Inside a string, write it as an escape (\\n, \\t, \\u0000).";
    } else {
        out.message = "Unexpected " + characterShown(rest) + ".";
        out.args = {std::string(rest.substr(0, std::max<std::size_t>(utf8SequenceLength(rest), 1)))};
        if (c == '/' || c == '#')
            out.hint = "JSON has no comments.";
        else if (c == '\'')
            out.hint = "JSON quotes with \" only.";
        else if (c == '}' || c == ']')
            out.hint = "A value is missing, or the comma before it is one too many.";
        else if (c == '"')
            out.hint = "A comma or colon is missing before it.";
    }
    return out;
}

/// Boost calls it "syntax" when nothing at all follows the first half of a pair.
bool endsInHighSurrogate(std::string_view text)
{
    if (text.size() < 6)
        return false;
    const std::string_view escape = text.substr(text.size() - 6);
    return escape.starts_with("\\u") && (escape[2] == 'd' || escape[2] == 'D') &&
           std::string_view("89abAB").find(escape[3]) != std::string_view::npos;
}

Problem fatalProblem(boost::json::error error, std::string_view text, std::size_t offset, int depth)
{
    Problem out;
    if (error == boost::json::error::syntax && endsInHighSurrogate(text.substr(0, offset)))
        error = boost::json::error::illegal_leading_surrogate;
    const Words words = wordsFor(error);
    if (std::string_view(words.code) == "json.syntax") {
        out = syntaxProblem(text.substr(std::min(offset, text.size())));
    } else {
        out = {.code = words.code, .message = words.message, .hint = words.hint};
        if (error == boost::json::error::too_deep) {
            out.message += " At most " + std::to_string(depth) + " levels are read.";
            out.args = {std::to_string(depth)};
        }
    }
    return out;
}

void addPosition(Problem& problem, Position at)
{
    problem.args.push_back(std::to_string(at.line));
    problem.args.push_back(std::to_string(at.column));
}

bool refuseBeforehand(std::string_view text, Problems& problems, const Limits& limits)
{
    Problem out;
    if (text.size() > limits.bytes) {
        out = {.code = "json.too-large",
               .message = "The text has " + std::to_string(text.size()) + " bytes; at most " +
                          std::to_string(limits.bytes) + " are read.",
               .args = {std::to_string(text.size()), std::to_string(limits.bytes)}};
    } else if (text.starts_with("\xef\xbb\xbf")) {
        out = {.code = "json.byte-order-mark",
               .message = "The text begins with a byte order mark.",
               .hint = "Save the file as UTF-8 without it."};
    } else if (text.find_first_not_of(" \t\r\n") == text.npos) {
        out = {.code = "json.empty", .message = "The text is empty.", .hint = "A JSON value is expected."};
    } else {
        return false;
    }
    addPosition(out, {1, 1});
    problems.push_back(std::move(out));
    return true;
}

} // namespace

std::optional<Value> parse(std::string_view text, Problems& problems, Limits limits)
{
    if (refuseBeforehand(text, problems, limits))
        return {};
    boost::json::parse_options options;
    options.max_depth = std::size_t(limits.depth);
    boost::json::basic_parser<Handler> parser(options);
    error_code failure;
    std::size_t read = parser.write_some(false, text.data(), text.size(), failure);
    if (!failure && read < text.size()) {
        read = std::min(text.find_first_not_of(" \t\r\n", read), text.size());
        if (read < text.size())
            failure = boost::json::error::extra_data;
    }

    Handler& handler = parser.handler();
    Problems found = handler.noted();
    std::vector<std::string_view> pointers;
    for (const Problem& problem : found)
        pointers.push_back(problem.pointer);
    const std::vector<Position> places = locatePointers(text, pointers);
    for (std::size_t i = 0; i < found.size(); ++i)
        addPosition(found[i], places[i]);
    if (failure) {
        Problem fatal = fatalProblem(boost::json::error(failure.value()), text, read, limits.depth);
        if (failure != boost::json::error::extra_data)
            fatal.pointer = handler.pointer();
        addPosition(fatal, positionOf(text, read));
        found.push_back(std::move(fatal));
    }
    if (found.empty())
        return handler.release();
    problems.insert(problems.end(), std::make_move_iterator(found.begin()),
                    std::make_move_iterator(found.end()));
    return {};
}

} // namespace gatehouse::json
