#include "engine/base/json_text.h"
#include "engine/workspace/gateway_api.h"
#include "engine/workspace/gateway_api_node.h"

#include <boost/describe/enum_from_string.hpp>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace gatehouse::workspace {

template <class E>
E YamlReader::word(const YAML::Node& node, const char* member, E fallback)
{
    const auto value = text(node, member);
    if (value.empty())
        return fallback;
    E parsed = fallback;
    if (!boost::describe::enum_from_string(value.c_str(), parsed))
        report(child(node, member), Severity::error, "gateway-api.unknown-value",
               std::string(member) + " can't be \"" + value + "\".");
    return parsed;
}

namespace {

constexpr std::size_t largestFile_bytes = 16u << 20;
constexpr std::string_view classPlaceholder = "{GATEWAY_CLASS_NAME}";
constexpr std::uint16_t noPort = 0;
constexpr std::uint16_t lastPort = 65535;

template <class T>
void put(std::vector<T>& list, T item)
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const T& other) {
        if constexpr (requires { other.namespace_; })
            return other.name == item.name && other.namespace_ == item.namespace_;
        else
            return other.name == item.name;
    });
    if (it == list.end())
        list.push_back(std::move(item));
    else
        *it = std::move(item);
}

class Importer
{
public:
    Importer(const YamlFile& file, const ImportOptions& options, Workspace& workspace, Problems& problems)
        : yaml_(file.name, problems), options_(options), workspace_(workspace)
    {
    }

    void object(const YAML::Node& root)
    {
        if (root.IsNull())
            return;
        const auto kind = yaml_.text(root, "kind");
        if (kind == "List")
            return yaml_.each(root, "items", [this](const YAML::Node& item) { object(item); });
        const auto metadata = yaml_.child(root, "metadata");
        name_ = yaml_.text(metadata, "name");
        namespace_ = yaml_.text(metadata, "namespace", "default");
        const auto spec = yaml_.child(root, "spec");
        if (kind.empty() || name_.empty())
            yaml_.report(root, Severity::error, "gateway-api.not-an-object",
                         "An object needs kind and metadata.name.");
        else if (kind == "Gateway")
            gateway(spec);
        else if (kind == "HTTPRoute")
            route(spec, yaml_.text(metadata, "creationTimestamp"));
        else if (kind == "Service")
            service(spec);
        else if (kind == "Namespace")
            put(workspace_.namespaces, Namespace{name_, labels(yaml_.child(metadata, "labels"))});
        else if (kind == "ReferenceGrant")
            grant(spec);
        else if (kind != "GatewayClass")
            yaml_.report(root, Severity::info, "gateway-api.kind-ignored",
                         kind + " " + namespace_ + "/" + name_ +
                             " is left out: the workspace has no such objects.");
    }

private:
    std::map<std::string, std::string> labels(const YAML::Node& node)
    {
        std::map<std::string, std::string> result;
        if (node && node.IsMap()) {
            for (const auto& item : node)
                result[item.first.as<std::string>("")] = item.second.as<std::string>("");
        }
        return result;
    }

    std::vector<std::string> texts(const YAML::Node& node, const char* member)
    {
        std::vector<std::string> result;
        yaml_.each(node, member, [&](const YAML::Node& item) { result.push_back(item.as<std::string>("")); });
        return result;
    }

    void gateway(const YAML::Node& spec)
    {
        auto className = yaml_.text(spec, "gatewayClassName");
        if (className == classPlaceholder)
            className = options_.gatewayClass;
        if (!options_.gatewayClass.empty() && className != options_.gatewayClass)
            return;
        Gateway gateway{name_, namespace_, {}};
        yaml_.each(spec, "listeners", [&](const YAML::Node& node) {
            Listener listener;
            listener.name = yaml_.text(node, "name");
            listener.declaredPort = yaml_.number<std::uint16_t>(node, "port", 1, lastPort);
            listener.protocol = yaml_.word(node, "protocol", ListenerProtocol::HTTP);
            listener.hostname = yaml_.text(node, "hostname");
            listener.allowedRoutes = allowedRoutes(yaml_.child(node, "allowedRoutes"));
            gateway.listeners.push_back(std::move(listener));
        });
        put(workspace_.gateways, std::move(gateway));
    }

    AllowedRoutes allowedRoutes(const YAML::Node& node)
    {
        AllowedRoutes allowed;
        const auto namespaces = yaml_.child(node, "namespaces");
        allowed.namespaces.from = yaml_.word(namespaces, "from", FromNamespaces::Same);
        if (const auto selector = yaml_.child(namespaces, "selector")) {
            allowed.namespaces.selector = LabelSelector{labels(yaml_.child(selector, "matchLabels")), {}};
            yaml_.each(selector, "matchExpressions", [&](const YAML::Node& item) {
                allowed.namespaces.selector->matchExpressions.push_back(
                    {yaml_.text(item, "key"), yaml_.word(item, "operator", SelectorOperator::In),
                     texts(item, "values")});
            });
        }
        yaml_.each(node, "kinds", [&](const YAML::Node& item) {
            allowed.kinds.push_back(
                {yaml_.text(item, "group", "gateway.networking.k8s.io"), yaml_.text(item, "kind")});
        });
        return allowed;
    }

    void service(const YAML::Node& spec)
    {
        Service service;
        service.name = name_;
        service.namespace_ = namespace_;
        yaml_.each(spec, "ports", [&](const YAML::Node& item) {
            if (yaml_.text(item, "protocol", "TCP") != "TCP")
                return;
            service.ports.push_back({yaml_.text(item, "name"),
                                     yaml_.number<std::uint16_t>(item, "port", 1, lastPort).value_or(noPort),
                                     yaml_.text(item, "appProtocol")});
        });
        put(workspace_.services, std::move(service));
    }

    void grant(const YAML::Node& spec)
    {
        ReferenceGrant grant{name_, namespace_, {}, {}};
        yaml_.each(spec, "from", [&](const YAML::Node& item) {
            grant.from.push_back(
                {yaml_.text(item, "group"), yaml_.text(item, "kind"), yaml_.text(item, "namespace")});
        });
        yaml_.each(spec, "to", [&](const YAML::Node& item) {
            grant.to.push_back(
                {yaml_.text(item, "group"), yaml_.text(item, "kind"), yaml_.text(item, "name")});
        });
        put(workspace_.referenceGrants, std::move(grant));
    }

    void route(const YAML::Node& spec, std::string createdAt)
    {
        HttpRoute route;
        route.name = name_;
        route.namespace_ = namespace_;
        route.creationTimestamp = std::move(createdAt);
        route.hostnames = texts(spec, "hostnames");
        yaml_.each(spec, "parentRefs", [&](const YAML::Node& item) {
            if (yaml_.text(item, "kind", "Gateway") != "Gateway" ||
                yaml_.text(item, "group", "gateway.networking.k8s.io") != "gateway.networking.k8s.io")
                return yaml_.report(item, Severity::info, "gateway-api.parent-ignored",
                                    "This parent is not a Gateway.");
            route.parentRefs.push_back({yaml_.text(item, "name"), yaml_.text(item, "namespace"),
                                        yaml_.text(item, "sectionName"),
                                        yaml_.number<std::uint16_t>(item, "port", 1, lastPort)});
        });
        if (yaml_.child(spec, "rules"))
            yaml_.each(spec, "rules", [&](const YAML::Node& item) { route.rules.push_back(rule(item)); });
        else
            route.rules.emplace_back();
        put(workspace_.routes, std::move(route));
    }

    RouteRule rule(const YAML::Node& node)
    {
        RouteRule rule;
        rule.name = yaml_.text(node, "name");
        yaml_.each(node, "matches", [&](const YAML::Node& item) { rule.matches.push_back(match(item)); });
        rule.filters = filters(node);
        yaml_.each(node, "backendRefs", [&](const YAML::Node& item) {
            BackendRef ref;
            ref.group = yaml_.text(item, "group");
            ref.kind = yaml_.text(item, "kind", "Service");
            ref.name = yaml_.text(item, "name");
            ref.namespace_ = yaml_.text(item, "namespace");
            ref.port = yaml_.number<std::uint16_t>(item, "port", 1, lastPort);
            ref.weight = yaml_.number<std::uint32_t>(item, "weight", 0, 1'000'000).value_or(1);
            ref.filters = filters(item);
            rule.backendRefs.push_back(std::move(ref));
        });
        if (const auto timeouts = yaml_.child(node, "timeouts"))
            rule.timeouts =
                RouteTimeouts{yaml_.text(timeouts, "request"), yaml_.text(timeouts, "backendRequest")};
        if (yaml_.child(node, "retry"))
            yaml_.report(node, Severity::warning, "gateway-api.retry-ignored", "Retries are not served yet.");
        return rule;
    }

    std::vector<ValueMatch> values(const YAML::Node& node, const char* member)
    {
        std::vector<ValueMatch> result;
        yaml_.each(node, member, [&](const YAML::Node& item) {
            result.push_back({yaml_.word(item, "type", ValueMatchType::Exact), yaml_.text(item, "name"),
                              yaml_.text(item, "value")});
        });
        return result;
    }

    RouteMatch match(const YAML::Node& node)
    {
        RouteMatch match;
        const auto path = yaml_.child(node, "path");
        match.path = {yaml_.word(path, "type", PathMatchType::PathPrefix), yaml_.text(path, "value", "/")};
        match.method = yaml_.text(node, "method");
        match.headers = values(node, "headers");
        match.queryParams = values(node, "queryParams");
        return match;
    }

    std::vector<Filter> filters(const YAML::Node& node)
    {
        std::vector<Filter> result;
        yaml_.each(node, "filters", [&](const YAML::Node& item) { result.push_back(filter(item)); });
        return result;
    }

    std::optional<PathModifier> pathModifier(const YAML::Node& node)
    {
        const auto path = yaml_.child(node, "path");
        if (!path)
            return std::nullopt;
        return PathModifier{yaml_.word(path, "type", PathModifierType::ReplaceFullPath),
                            yaml_.text(path, "replaceFullPath"), yaml_.text(path, "replacePrefixMatch")};
    }

    HeaderModifier headerModifier(const YAML::Node& node)
    {
        HeaderModifier modifier;
        const auto pairs = [&](const char* member, std::vector<NameValue>& list) {
            yaml_.each(node, member, [&](const YAML::Node& item) {
                list.push_back({yaml_.text(item, "name"), yaml_.text(item, "value")});
            });
        };
        pairs("set", modifier.set);
        pairs("add", modifier.add);
        modifier.remove = texts(node, "remove");
        return modifier;
    }

    Filter filter(const YAML::Node& node)
    {
        Filter filter;
        filter.type = yaml_.word(node, "type", FilterType::RequestHeaderModifier);
        const auto unserved = [&](const char* member) {
            auto settings = yaml_.toJson(yaml_.child(node, member));
            if (settings.is_object())
                filter.unserved = std::move(settings.get_object());
            yaml_.report(node, Severity::warning, "gateway-api.filter-not-served",
                         yaml_.text(node, "type") + " is not served yet; its rule answers 500.");
        };
        switch (filter.type) {
        case FilterType::RequestHeaderModifier:
            filter.requestHeaderModifier = headerModifier(yaml_.child(node, "requestHeaderModifier"));
            break;
        case FilterType::ResponseHeaderModifier:
            filter.responseHeaderModifier = headerModifier(yaml_.child(node, "responseHeaderModifier"));
            break;
        case FilterType::RequestRedirect: {
            const auto redirect = yaml_.child(node, "requestRedirect");
            filter.requestRedirect = RequestRedirect{
                yaml_.text(redirect, "scheme"), yaml_.text(redirect, "hostname"), pathModifier(redirect),
                yaml_.number<std::uint16_t>(redirect, "port", 1, lastPort),
                yaml_.number<std::uint16_t>(redirect, "statusCode", 300, 399).value_or(302)};
            break;
        }
        case FilterType::URLRewrite: {
            const auto rewrite = yaml_.child(node, "urlRewrite");
            filter.urlRewrite = UrlRewrite{yaml_.text(rewrite, "hostname"), pathModifier(rewrite)};
            break;
        }
        case FilterType::RequestMirror:
            unserved("requestMirror");
            break;
        case FilterType::CORS:
            unserved("cors");
            break;
        case FilterType::ExtensionRef:
            unserved("extensionRef");
            break;
        }
        return filter;
    }

    YamlReader yaml_;
    const ImportOptions& options_;
    Workspace& workspace_;
    std::string name_;
    std::string namespace_;
};

/// The place of the first byte that no YAML text holds (YAML 1.2 §5.1, §5.2: UTF-8 here); yaml-cpp takes one
/// of them, U+0004, for the end and would leave out the rest without a word.
std::optional<std::size_t> notYamlText(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool isControl = (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f;
        const auto length = json::utf8SequenceLength(text.substr(at));
        if (isControl || length == 0)
            return at;
        at += length;
    }
    return std::nullopt;
}

/// Finds a document that begins where the one before it began: yaml-cpp consumes nothing at a comma outside
/// of a flow collection, and would find such documents for ever.
class DocumentStarts final : public YAML::EventHandler
{
public:
    std::optional<YAML::Mark> stuckAt(const std::string& text)
    {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(*this)) {
            if (last_ && last_->pos == start_.pos)
                return start_;
            last_ = start_;
        }
        return std::nullopt;
    }

private:
    void OnDocumentStart(const YAML::Mark& mark) override { start_ = mark; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
    }
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
    }
    void OnMapEnd() override {}

    YAML::Mark start_;
    std::optional<YAML::Mark> last_;
};

void importFile(const YamlFile& file, const ImportOptions& options, Workspace& workspace, Problems& problems)
{
    const auto refuse = [&](std::string code, std::string message, int line, int column) {
        problems.push_back({"",
                            std::move(code),
                            std::move(message),
                            "",
                            Severity::error,
                            {file.name, std::to_string(line), std::to_string(column)}});
    };
    if (file.text.size() > largestFile_bytes)
        return refuse("gateway-api.too-large", "The file is larger than 16 MiB.", 1, 1);
    if (const auto bad = notYamlText(file.text)) {
        const auto before = std::string_view(file.text).substr(0, *bad);
        const auto line = std::count(before.begin(), before.end(), '\n');
        const auto column = before.size() - (before.rfind('\n') + 1); // npos + 1 is 0
        return refuse("gateway-api.bad-yaml",
                      "The text is not YAML: a byte is no UTF-8 or a control character.", int(line) + 1,
                      int(column) + 1);
    }
    try {
        if (const auto stuck = DocumentStarts().stuckAt(file.text))
            return refuse("gateway-api.bad-yaml", "The text is not YAML: a comma stands outside of a list.",
                          stuck->line + 1, stuck->column + 1);
        Importer importer(file, options, workspace, problems);
        for (const auto& document : YAML::LoadAll(file.text))
            importer.object(document);
    } catch (const YAML::Exception& error) { // yaml-cpp has no other way to say it
        refuse("gateway-api.bad-yaml", "The text is not YAML: " + error.msg + ".", error.mark.line + 1,
               error.mark.column + 1);
    }
}

} // namespace

ImportResult importGatewayApi(std::span<const YamlFile> files, const ImportOptions& options)
{
    ImportResult result;
    Workspace workspace;
    workspace.name = "gateway-api";
    for (const auto& file : files)
        importFile(file, options, workspace, result.problems);
    if (!hasErrors(result.problems))
        result.workspace = std::move(workspace);
    return result;
}

} // namespace gatehouse::workspace
