#include "engine/base/json_locate.h"
#include "engine/base/json_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

namespace gatehouse::json {

namespace {

using Offsets = std::unordered_map<std::string, std::size_t>;
constexpr std::size_t unknown = std::size_t(-1);

// A hostile text can't make the walk slow: nothing deeper or longer than this is ever asked for.
constexpr std::size_t maxDepth = 128;
constexpr std::size_t maxPointer = 4096;

void appendUtf8(std::string& out, std::uint32_t code)
{
    if (code < 0x80) {
        out += char(code);
    } else if (code < 0x800) {
        out += char(0xc0 | code >> 6);
        out += char(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        out += char(0xe0 | code >> 12);
        out += char(0x80 | (code >> 6 & 0x3f));
        out += char(0x80 | (code & 0x3f));
    } else {
        out += char(0xf0 | code >> 18);
        out += char(0x80 | (code >> 12 & 0x3f));
        out += char(0x80 | (code >> 6 & 0x3f));
        out += char(0x80 | (code & 0x3f));
    }
}

/// Walks a text that may be broken, without recursion, and notes where the wanted values begin. Stops where
/// it can no longer tell what is meant.
class Walker
{
public:
    Walker(std::string_view text, Offsets& wanted) : text_(text), wanted_(wanted) {}

    void run()
    {
        while (beginValue()) {
            while (!opened_) {
                if (frames_.empty() || !endValue())
                    return;
                if (!closed_)
                    break;
            }
        }
    }

private:
    struct Frame {
        bool isArray;
        std::size_t index;
        std::size_t pathLength;
    };

    char peek()
    {
        while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos)
            ++at_;
        return at_ < text_.size() ? text_[at_] : '\0';
    }

    /// Passes over a scalar, or enters a container (opened_) up to the place of its first value.
    bool beginValue()
    {
        const char c = peek();
        if (at_ >= text_.size())
            return false;
        if (path_.size() <= maxPointer) {
            if (const auto found = wanted_.find(path_); found != wanted_.end())
                found->second = at_;
        }
        opened_ = false;
        if (c == '{' || c == '[') {
            ++at_;
            return enter(c == '[');
        }
        if (c == '"')
            return skipString(nullptr);
        const std::size_t end = std::min(text_.find_first_of(",]}: \t\r\n\"", at_), text_.size());
        const bool moved = end > at_;
        at_ = end;
        return moved;
    }

    bool enter(bool isArray)
    {
        const char c = peek();
        if (c == (isArray ? ']' : '}')) {
            ++at_;
            return true; // an empty container is passed over like a scalar
        }
        if (frames_.size() == maxDepth)
            return false;
        frames_.push_back({isArray, 0, path_.size()});
        opened_ = true;
        return isArray ? (path_ += "/0", true) : readKey();
    }

    /// After a value: goes to the next one, or out of the container (closed_).
    bool endValue()
    {
        Frame& frame = frames_.back();
        path_.resize(frame.pathLength);
        closed_ = false;
        switch (peek()) {
        case ',':
            ++at_;
            if (!frame.isArray)
                return readKey();
            path_ += "/" + std::to_string(++frame.index);
            return true;
        case '}':
        case ']':
            ++at_;
            frames_.pop_back();
            closed_ = true;
            return true;
        default:
            return false;
        }
    }

    bool readKey()
    {
        std::string key;
        if (peek() != '"' || !skipString(&key) || peek() != ':')
            return false;
        ++at_;
        path_ += "/" + escapePointerToken(key);
        return true;
    }

    bool skipString(std::string* out)
    {
        for (++at_; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '"') {
                ++at_;
                return true;
            }
            if (c == '\\')
                unescape(out);
            else if (out)
                *out += c;
        }
        return false;
    }

    /// Leaves at_ on the escape's last character.
    void unescape(std::string* out)
    {
        if (++at_ >= text_.size() || !out)
            return;
        static constexpr std::string_view letters = "bfnrt", meanings = "\b\f\n\r\t";
        const char c = text_[at_];
        if (c == 'u')
            appendUtf8(*out, readCodePoint());
        else if (const std::size_t i = letters.find(c); i != letters.npos)
            *out += meanings[i];
        else
            *out += c;
    }

    std::uint32_t readCodePoint()
    {
        std::uint32_t code = readHex();
        if (code >= 0xd800 && code < 0xdc00 && text_.substr(at_ + 1, 2) == "\\u") {
            at_ += 2;
            code = 0x10000 + ((code - 0xd800) << 10) + ((readHex() - 0xdc00) & 0x3ff);
        }
        return code;
    }

    std::uint32_t readHex()
    {
        const std::string_view digits = text_.substr(std::min(at_ + 1, text_.size()), 4);
        std::uint32_t code = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
        at_ += digits.size();
        return code;
    }

    std::string_view text_;
    Offsets& wanted_;
    std::size_t at_ = 0;
    std::string path_;
    std::vector<Frame> frames_;
    bool opened_ = false;
    bool closed_ = false;
};

std::string_view parentOf(std::string_view pointer)
{
    return pointer.substr(0, std::min(pointer.rfind('/'), pointer.size()));
}

/// Lines and columns for many offsets of one text.
class LineIndex
{
public:
    explicit LineIndex(std::string_view text) : text_(text)
    {
        for (std::size_t i = text.find('\n'); i != text.npos; i = text.find('\n', i + 1))
            begins_.push_back(i + 1);
    }

    Position at(std::size_t offset) const
    {
        const auto next = std::upper_bound(begins_.begin(), begins_.end(), offset);
        const std::size_t line = std::size_t(next - begins_.begin());
        const std::size_t begin = *std::prev(next);
        return {int(line), 1 + int(countCodePoints(text_.substr(begin, offset - begin)))};
    }

private:
    std::string_view text_;
    std::vector<std::size_t> begins_{0};
};

int numberIn(const std::string& text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The codes with which parse() ends its args with line and column.
bool saysItsPlace(const Problem& problem)
{
    static constexpr std::array<std::string_view, 10> codes = {
        "json.too-large",    "json.empty",           "json.byte-order-mark", "json.syntax",
        "json.bad-text",     "json.cut-off",         "json.trailing-text",   "json.too-deep",
        "json.number-range", "json.duplicate-member"};
    return problem.args.size() >= 2 && std::find(codes.begin(), codes.end(), problem.code) != codes.end();
}

} // namespace

std::vector<Position> locatePointers(std::string_view text, const std::vector<std::string_view>& pointers)
{
    std::vector<Position> out;
    if (pointers.empty())
        return out;
    Offsets wanted{{"", 0}};
    for (std::string_view pointer : pointers) {
        for (; !pointer.empty(); pointer = parentOf(pointer)) {
            if (!wanted.emplace(pointer, unknown).second)
                break;
        }
    }
    Walker(text, wanted).run();
    const LineIndex lines(text);
    for (std::string_view pointer : pointers) {
        while (!pointer.empty() && wanted.at(std::string(pointer)) == unknown)
            pointer = parentOf(pointer);
        out.push_back(lines.at(wanted.at(std::string(pointer))));
    }
    return out;
}

Position locate(std::string_view text, std::string_view pointer)
{
    return locatePointers(text, {pointer}).front();
}

std::vector<Position> locateAll(std::string_view text, const Problems& problems)
{
    std::vector<std::string_view> pointers;
    for (const Problem& problem : problems)
        pointers.push_back(saysItsPlace(problem) ? std::string_view() : std::string_view(problem.pointer));
    std::vector<Position> out = locatePointers(text, pointers);
    for (std::size_t i = 0; i < problems.size(); ++i) {
        const auto& args = problems[i].args;
        if (saysItsPlace(problems[i]))
            out[i] = {numberIn(args[args.size() - 2]), numberIn(args.back())};
    }
    return out;
}

} // namespace gatehouse::json
