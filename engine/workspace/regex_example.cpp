#include "engine/workspace/request_example.h"

#include <re2/re2.h>

#include <charconv>

namespace gatehouse::workspace {

namespace {

constexpr std::size_t maxExample = 512;
constexpr int maxDepth = 32;

/// Walks a pattern and takes the first alternative, the fewest repetitions and the first character of each
/// class. Gives up on what it doesn't know; the caller checks the result with RE2.
class Walker
{
public:
    explicit Walker(std::string_view pattern) : rest_(pattern) {}

    std::optional<std::string> run()
    {
        auto out = alternatives(0);
        if (!rest_.empty())
            return {};
        return out;
    }

private:
    using Text = std::optional<std::string>;

    bool take(std::string_view prefix)
    {
        if (!rest_.starts_with(prefix))
            return false;
        rest_.remove_prefix(prefix.size());
        return true;
    }

    Text alternatives(int depth)
    {
        Text first = sequence(depth);
        while (first && take("|")) {
            if (!sequence(depth))
                return {};
        }
        return first;
    }

    Text sequence(int depth)
    {
        std::string out;
        while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
            const Text atom = this->atom(depth);
            const auto times = atom ? repetitions() : std::nullopt;
            if (!times || out.size() + atom->size() * *times > maxExample)
                return {};
            for (std::size_t i = 0; i < *times; ++i)
                out += *atom;
        }
        return out;
    }

    Text atom(int depth)
    {
        if (take("("))
            return group(depth);
        if (take("["))
            return characterClass();
        if (take("\\"))
            return escape();
        const char c = rest_.front();
        rest_.remove_prefix(1);
        if (c == '^' || c == '$')
            return "";
        if (c == '.')
            return "a";
        if (std::string_view("*+?{").find(c) != std::string_view::npos)
            return {};
        return std::string(1, c);
    }

    Text group(int depth)
    {
        if (depth == maxDepth)
            return {};
        if (take("?P<") || take("?<")) {
            rest_.remove_prefix(std::min(rest_.find('>'), rest_.size()));
            if (!take(">"))
                return {};
        } else if (take("?")) {
            while (!rest_.empty() && std::string_view("imsU-").find(rest_.front()) != std::string_view::npos)
                rest_.remove_prefix(1);
            if (take(")"))
                return "";
            if (!take(":"))
                return {};
        }
        Text out = alternatives(depth + 1);
        return take(")") ? out : Text();
    }

    Text escape()
    {
        if (rest_.empty())
            return {};
        const char c = rest_.front();
        rest_.remove_prefix(1);
        switch (c) {
        case 'd':
            return "1";
        case 'w':
            return "a";
        case 's':
            return " ";
        case 'D':
        case 'S':
            return "a";
        case 'W':
            return "-";
        case 'b':
        case 'A':
        case 'z':
            return "";
        default:
            break;
        }
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return letter ? Text() : Text(std::string(1, c));
    }

    /// For a negated class the text is a guess that RE2 confirms or refuses.
    Text characterClass()
    {
        const bool negated = take("^");
        Text first;
        for (bool begin = true; !rest_.empty() && (begin || rest_.front() != ']'); begin = false) {
            Text one;
            if (take("[:")) {
                const std::size_t end = rest_.find(":]");
                if (end == rest_.npos)
                    return {};
                const std::string_view name = rest_.substr(0, end);
                one = name == "digit" || name == "xdigit" ? "1" : name == "upper" ? "A" : "a";
                rest_.remove_prefix(end + 2);
            } else if (take("\\")) {
                one = escape();
            } else {
                one = std::string(1, rest_.front());
                rest_.remove_prefix(1);
            }
            if (!one)
                return {};
            if (!first)
                first = one;
        }
        if (!take("]"))
            return {};
        return negated ? Text(first == "a" ? "b" : "a") : first;
    }

    std::optional<std::size_t> repetitions()
    {
        std::size_t times = 1;
        if (take("*") || take("?")) {
            times = 0;
        } else if (take("{")) {
            const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), times);
            const std::size_t close = rest_.find('}');
            if (error != std::errc() || close == rest_.npos || times > maxExample)
                return {};
            rest_.remove_prefix(close + 1);
        } else {
            take("+");
        }
        take("?"); // lazy; it makes no difference
        return times;
    }

    std::string_view rest_;
};

} // namespace

std::optional<std::string> regexExample(const std::string& pattern)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(1 << 20);
    const re2::RE2 regex(pattern, options);
    if (!regex.ok())
        return {};
    auto out = Walker(pattern).run();
    if (!out || !re2::RE2::FullMatch(*out, regex))
        return {};
    return out;
}

} // namespace gatehouse::workspace
