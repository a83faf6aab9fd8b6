#pragma once

#include "engine/api/contract.h"
#include "engine/base/json.h"
#include "engine/workspace/model.h"

#include <limits>
#include <string>
#include <vector>

/// What `gatehouse-engine run` says.
namespace gatehouse::app {

/// One request that a route should answer, as a line for sh.
struct CurlLine {
    std::string route; ///< key
    std::string listener;
    std::string text;
};

/// In the document's order, at most `limit`; routes that no request can reach have none.
std::vector<CurlLine> curlLines(const workspace::Workspace& workspace, const api::ApplyResult& serving,
                                std::size_t limit = std::numeric_limits<std::size_t>::max());

/// False while a demo service of the workspace has no address yet.
bool demoServicesAreUp(const workspace::Workspace& workspace, const api::ApplyResult& serving);

/// {"event":"serving","revision","listeners":[{"listener","url"}],"routes":[{"route","listener","curl"}],
/// "admin","problems"}
json::Value servingReport(const std::string& file, const api::ApplyResult& serving,
                          const std::vector<CurlLine>& lines, const std::string& adminUrl);

/// {"event":"refused","revision","problems"}; the revision is the one that goes on serving, 0 for none.
json::Value refusedReport(const std::string& file, const api::ApplyResult& refused);

} // namespace gatehouse::app
