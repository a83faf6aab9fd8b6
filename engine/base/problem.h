#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace gatehouse {

enum class Severity { error, warning, info };

/// One thing that is wrong in something a person or a peer gave us. Every reader reports all that it finds.
struct Problem {
    std::string pointer; ///< RFC 6901 JSON pointer to the place; empty = the whole document
    std::string
        code; ///< stable, from a closed list, e.g. "json.duplicate-member"; the console's texts hang on it
    std::string message; ///< English: what was expected, what came
    std::string hint;    ///< English: what to do; may be empty
    Severity severity = Severity::error;
    std::vector<std::string> args; ///< the values inside `message`, in order, for a translated text

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

inline bool hasErrors(const Problems& problems)
{
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& p) { return p.severity == Severity::error; });
}

/// What closes a list that was cut: a hostile text has no end of problems.
inline Problem tooManyProblems(std::size_t listed)
{
    const std::string count = std::to_string(listed);
    return {"", "json.too-many-problems", "There are more problems; " + count + " are listed.",
            "", Severity::error,          {count}};
}

} // namespace gatehouse
