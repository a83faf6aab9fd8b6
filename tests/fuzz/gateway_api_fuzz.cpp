#include "engine/workspace/attachment.h"
#include "engine/workspace/gateway_api.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Whatever the YAML holds, it is refused with a problem or becomes a workspace that can be attached and
/// exported.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace gatehouse::workspace;
    const YamlFile file{"fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size)};
    const auto result = importGatewayApi({&file, 1}, {"mine"});
    if (!result.workspace) {
        if (result.problems.empty())
            std::abort();
        return 0;
    }
    attach(*result.workspace);
    exportGatewayApi(*result.workspace, "mine");
    return 0;
}
