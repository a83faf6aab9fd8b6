#include "engine/workspace/document.h"
#include "engine/workspace/keys.h"
#include "engine/workspace/request_example.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Whatever the document holds, it is refused with a problem that has a place, or what it is written as reads
/// back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace gatehouse;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const workspace::ReadResult result = workspace::read(text);
    if (json::locateAll(text, result.problems).size() != result.problems.size())
        std::abort();
    for (const Problem& problem : result.problems)
        json::locate(text, problem.pointer);
    if (!result.ok()) {
        if (!hasErrors(result.problems))
            std::abort();
        return 0;
    }
    for (const workspace::HttpRoute& route : result.workspace->routes)
        workspace::requestExample(*result.workspace, route);
    // Texts are compared: an extension's 25.0 is written as 25.
    const std::string written = workspace::write(*result.workspace);
    const workspace::ReadResult again = workspace::read(written);
    if (!again.ok() || workspace::write(*again.workspace) != written)
        std::abort();
    return 0;
}
