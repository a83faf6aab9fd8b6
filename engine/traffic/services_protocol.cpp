#include "engine/traffic/services_protocol.h"

#include "engine/base/describe_impl.h"

namespace gatehouse::traffic {

namespace {

constexpr json::Limits lineLimits{.bytes = maxServicesLine_bytes, .depth = 16};

template <class T>
std::optional<T> readText(std::string_view text, Problems& problems)
{
    const std::optional<json::Value> value = json::parse(text, problems, lineLimits);
    T message;
    if (!value || !json::read(*value, message, problems))
        return std::nullopt;
    return message;
}

template <class T>
std::string writeText(const T& message)
{
    return json::writeLine(json::toValue(message));
}

} // namespace

std::string writeCommandLine(const ServicesCommand& command)
{
    return writeText(command);
}
std::string writeReportLine(const ServicesReport& report)
{
    return writeText(report);
}
std::string writeLayoutGraph(const LayoutGraph& graph)
{
    return writeText(graph);
}
std::string writeLayoutSpots(const LayoutSpots& spots)
{
    return writeText(spots);
}

std::optional<ServicesCommand> readCommandLine(std::string_view line, Problems& problems)
{
    return readText<ServicesCommand>(line, problems);
}

std::optional<ServicesReport> readReportLine(std::string_view line, Problems& problems)
{
    return readText<ServicesReport>(line, problems);
}

std::optional<LayoutGraph> readLayoutGraph(std::string_view text, Problems& problems)
{
    return readText<LayoutGraph>(text, problems);
}

std::optional<LayoutSpots> readLayoutSpots(std::string_view text, Problems& problems)
{
    return readText<LayoutSpots>(text, problems);
}

} // namespace gatehouse::traffic
