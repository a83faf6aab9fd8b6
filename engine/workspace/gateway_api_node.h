#pragma once

#include "engine/base/json.h"
#include "engine/base/problem.h"

#include <yaml-cpp/yaml.h>

#include <charconv>
#include <string>
#include <string_view>

/// Reading YAML nodes with positions; the import's own.
namespace gatehouse::workspace {

/// Counts every node looked at, so that aliases of aliases can't make one text an endless one.
class YamlReader
{
public:
    YamlReader(std::string file, Problems& problems) : file_(std::move(file)), problems_(problems) {}

    void report(const YAML::Node& at, Severity severity, std::string code, std::string message,
                std::string hint = {});

    YAML::Node child(const YAML::Node& node, const char* member);
    std::string text(const YAML::Node& node, const char* member, std::string fallback = {});
    template <class T>
    std::optional<T> number(const YAML::Node& node, const char* member, T least, T most);
    template <class E>
    E word(const YAML::Node& node, const char* member, E fallback);
    /// Calls visit(item) for each of a sequence; something else is a problem.
    template <class Visit>
    void each(const YAML::Node& node, const char* member, Visit visit);

    json::Value toJson(const YAML::Node& node, int depth = 0);

private:
    bool spend();

    std::string file_;
    Problems& problems_;
    std::size_t spent_ = 0;
    bool exhausted_ = false;
};

template <class T>
std::optional<T> YamlReader::number(const YAML::Node& node, const char* member, T least, T most)
{
    const auto value = child(node, member);
    if (!value)
        return std::nullopt;
    T parsed{};
    const std::string scalar = value.IsScalar() ? value.Scalar() : std::string();
    const auto end = scalar.data() + scalar.size();
    const auto result = std::from_chars(scalar.data(), end, parsed);
    if (result.ec != std::errc() || result.ptr != end || parsed < least || parsed > most) {
        report(value, Severity::error, "gateway-api.bad-number",
               std::string(member) + " must be a number from " + std::to_string(least) + " to " +
                   std::to_string(most) + ".");
        return std::nullopt;
    }
    return parsed;
}

template <class Visit>
void YamlReader::each(const YAML::Node& node, const char* member, Visit visit)
{
    const auto list = child(node, member);
    if (!list || list.IsNull())
        return;
    if (!list.IsSequence()) {
        report(list, Severity::error, "gateway-api.not-a-list", std::string(member) + " must be a list.");
        return;
    }
    for (const auto& item : list) {
        if (exhausted_)
            return;
        visit(YAML::Node(item));
    }
}

} // namespace gatehouse::workspace
