#include "engine/api/rpc.h"
#include "engine/api/rules.h"

#include "engine/base/describe_impl.h"

namespace gatehouse::api
{

namespace
{

constexpr json::Limits lineLimits{.bytes = maxLine_bytes, .depth = 32};

} // namespace

template <class T>
std::string encode(const T& value)
{
    return json::writeLine(json::toValue(value));
}

template <class T>
std::optional<T> decode(std::string_view text, Problems& problems)
{
    const auto value = json::parse(text, problems, lineLimits);
    T out;
    if (!value || !json::read(*value, out, problems))
        return {};
    return out;
}

#define GATEHOUSE_CODEC(Type)                                                                                \
    template std::string encode(const Type&);                                                                \
    template std::optional<Type> decode(std::string_view, Problems&);

GATEHOUSE_CODEC(Nothing)
GATEHOUSE_CODEC(ProblemInfo)
GATEHOUSE_CODEC(HelloParams)
GATEHOUSE_CODEC(HelloResult)
GATEHOUSE_CODEC(PortHint)
GATEHOUSE_CODEC(ApplyParams)
GATEHOUSE_CODEC(ListenerState)
GATEHOUSE_CODEC(BackendState)
GATEHOUSE_CODEC(RouteState)
GATEHOUSE_CODEC(ApplyResult)
GATEHOUSE_CODEC(Header)
GATEHOUSE_CODEC(TryParams)
GATEHOUSE_CODEC(TryTimings)
GATEHOUSE_CODEC(TraceStep)
GATEHOUSE_CODEC(DecisionTrace)
GATEHOUSE_CODEC(TryResult)
GATEHOUSE_CODEC(ExplainParams)
GATEHOUSE_CODEC(ExplainResult)
GATEHOUSE_CODEC(LoadTarget)
GATEHOUSE_CODEC(LoadParams)
GATEHOUSE_CODEC(LoadState)
GATEHOUSE_CODEC(RecordsParams)
GATEHOUSE_CODEC(RequestRow)
GATEHOUSE_CODEC(RecordsResult)
GATEHOUSE_CODEC(TraceParams)
GATEHOUSE_CODEC(LayoutNode)
GATEHOUSE_CODEC(LayoutEdge)
GATEHOUSE_CODEC(LayoutParams)
GATEHOUSE_CODEC(LayoutPlace)
GATEHOUSE_CODEC(LayoutResult)
GATEHOUSE_CODEC(CancelParams)
GATEHOUSE_CODEC(Leg)
GATEHOUSE_CODEC(TelemetryFrame)
GATEHOUSE_CODEC(RequestBatch)
GATEHOUSE_CODEC(LogLine)
GATEHOUSE_CODEC(ProgressNote)

#undef GATEHOUSE_CODEC

} // namespace gatehouse::api
