#include "manifests.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <fstream>

namespace {

ManifestObject objectOf(std::string text)
{
    ManifestObject object;
    const YAML::Node node = YAML::Load(text);
    object.text = std::move(text);
    if (!node.IsMap())
        return object;
    object.kind = node["kind"].as<std::string>("");
    object.name = node["metadata"]["name"].as<std::string>("");
    object.namespace_ = node["metadata"]["namespace"].as<std::string>("default");
    const YAML::Node spec = node["spec"];
    if (object.kind == "Gateway") {
        for (const auto& listener : spec["listeners"])
            object.ports.push_back(listener["port"].as<int>());
    }
    if (object.kind == "HTTPRoute" && spec["parentRefs"] && spec["parentRefs"].size() > 0) {
        const YAML::Node parent = spec["parentRefs"][0];
        object.parent =
            parent["namespace"].as<std::string>(object.namespace_) + "/" + parent["name"].as<std::string>();
    }
    return object;
}

} // namespace

std::vector<ManifestObject> readManifests(const std::string& file)
{
    std::ifstream in(file);
    std::vector<ManifestObject> objects;
    std::string text;
    const auto take = [&] {
        auto object = objectOf(text);
        if (!object.kind.empty())
            objects.push_back(std::move(object));
        text.clear();
    };
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("---"))
            take();
        else
            text += line + "\n";
    }
    take();
    return objects;
}

std::string joined(const std::vector<ManifestObject>& objects, bool reversed)
{
    auto list = objects;
    if (reversed)
        std::reverse(list.begin(), list.end());
    std::string out;
    for (const auto& object : list)
        out += "---\n" + object.text;
    return out;
}
