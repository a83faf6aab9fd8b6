#include "engine/workspace/document.h"
#include "engine/workspace/rules.h"

#include "engine/base/describe_write.h"

namespace gatehouse::workspace {

std::string write(const Workspace& workspace)
{
    return json::writePretty(json::toValue(workspace));
}

} // namespace gatehouse::workspace
