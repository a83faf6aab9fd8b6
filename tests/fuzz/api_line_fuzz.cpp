#include "engine/api/rpc.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace gatehouse;

template <class T>
void decodeBoth(const std::string& text)
{
    Problems problems;
    const auto value = api::decode<T>(text, problems);
    if (value.has_value() == hasErrors(problems))
        std::abort();
    if (value && !api::decode<T>(api::encode(*value), problems))
        std::abort();
}

} // namespace

/// Whatever the line holds, it is refused with a problem, or a message that is written as a line that reads
/// back; its parameters too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Problems problems;
    const auto message = api::parseLine({reinterpret_cast<const char*>(data), size}, problems);
    if (message.has_value() == hasErrors(problems))
        std::abort();
    if (!message)
        return 0;
    if (!api::parseLine(api::line(*message), problems))
        std::abort();
    if (const auto* call = std::get_if<api::CallMessage>(&*message)) {
        decodeBoth<api::HelloParams>(call->params);
        decodeBoth<api::ApplyParams>(call->params);
        decodeBoth<api::TryParams>(call->params);
        decodeBoth<api::LoadParams>(call->params);
        decodeBoth<api::RecordsParams>(call->params);
        decodeBoth<api::LayoutParams>(call->params);
    }
    return 0;
}
