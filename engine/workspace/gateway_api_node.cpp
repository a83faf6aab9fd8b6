#include "engine/workspace/gateway_api_node.h"

#include <boost/json.hpp>

namespace gatehouse::workspace {
namespace {

constexpr std::size_t mostNodes = 2'000'000;
constexpr int deepest = 64;

} // namespace

void YamlReader::report(const YAML::Node& at, Severity severity, std::string code, std::string message,
                        std::string hint)
{
    const auto mark = at ? at.Mark() : YAML::Mark{};
    problems_.push_back({"",
                         std::move(code),
                         std::move(message),
                         std::move(hint),
                         severity,
                         {file_, std::to_string(mark.line + 1), std::to_string(mark.column + 1)}});
}

bool YamlReader::spend()
{
    if (++spent_ <= mostNodes)
        return true;
    if (!exhausted_)
        problems_.push_back({"",
                             "gateway-api.too-large",
                             "The text unfolds to more than 2,000,000 nodes.",
                             "Leave out aliases that repeat each other.",
                             Severity::error,
                             {file_, "1", "1"}});
    exhausted_ = true;
    return false;
}

YAML::Node YamlReader::child(const YAML::Node& node, const char* member)
{
    if (!spend() || !node || !node.IsMap())
        return YAML::Node(YAML::NodeType::Undefined);
    return node[member];
}

std::string YamlReader::text(const YAML::Node& node, const char* member, std::string fallback)
{
    const auto value = child(node, member);
    if (!value || value.IsNull())
        return fallback;
    if (!value.IsScalar()) {
        report(value, Severity::error, "gateway-api.not-a-text", std::string(member) + " must be a text.");
        return fallback;
    }
    return value.Scalar();
}

json::Value YamlReader::toJson(const YAML::Node& node, int depth)
{
    if (!spend() || !node || depth > deepest)
        return nullptr;
    if (node.IsScalar()) {
        const auto& scalar = node.Scalar();
        if (node.Tag() != "!") { // not quoted
            if (scalar == "true" || scalar == "false")
                return scalar == "true";
            std::int64_t number = 0;
            const auto end = scalar.data() + scalar.size();
            if (const auto r = std::from_chars(scalar.data(), end, number);
                r.ec == std::errc() && r.ptr == end)
                return number;
        }
        return json::Value(boost::json::string(scalar));
    }
    if (node.IsSequence()) {
        json::Array array;
        for (const auto& item : node)
            array.push_back(toJson(item, depth + 1));
        return array;
    }
    if (node.IsMap()) {
        json::Object object;
        for (const auto& item : node)
            object[item.first.IsScalar() ? item.first.Scalar() : std::string()] =
                toJson(item.second, depth + 1);
        return object;
    }
    return nullptr;
}

} // namespace gatehouse::workspace
