#pragma once

#include <string>
#include <utility>
#include <vector>

/// Manifests as texts, so that the engine reads what the suite's authors wrote, in any order of objects.
struct ManifestObject {
    std::string text;
    std::string kind;
    std::string namespace_;
    std::string name;
    std::vector<int> ports; ///< of a Gateway's listeners, in order
    std::string parent;     ///< "namespace/name" of a route's first parentRef
    std::string key() const { return namespace_ + "/" + name; }
};

std::vector<ManifestObject> readManifests(const std::string& file);
std::string joined(const std::vector<ManifestObject>& objects, bool reversed);
