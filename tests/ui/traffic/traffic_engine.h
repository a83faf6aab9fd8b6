#pragma once

#include "tests/support/fake_engine.h"

#include <map>

namespace gatehouse::tests {

/// A fake engine that serves two listeners, runs loads in name only and keeps what it was asked.
class TrafficEngine : public FakeEngine
{
public:
    TrafficEngine()
    {
        answer<api::Apply>([this](const api::ApplyParams& params) {
            return api::ApplyResult{
                .accepted = true, .revision = params.revision, .took_ms = 1, .listeners = listeners};
        });
        answer<api::LoadStart>([this](const api::LoadParams& params) {
            loads.push_back(params);
            load_ = {.state = "running", .duration_s = params.duration_s, .rate_per_s = params.rate_per_s};
            return load_;
        });
        answer<api::LoadStop>([this](const api::Nothing&) {
            ++stops;
            load_.state = "done";
            return load_;
        });
        answer<api::Records>([this](const api::RecordsParams& params) {
            recordsAsked.push_back(params);
            return api::RecordsResult{records, std::int64_t(records.size()), 0};
        });
        answers[api::TraceGet::name] = [this](const api::CallMessage& call) -> api::Message {
            Problems problems;
            const auto found = traces.find(api::decode<api::TraceParams>(call.params, problems)->traceId);
            if (found == traces.end())
                return api::ErrorMessage{call.id, int(api::ErrorCode::gone), "gone"};
            return api::ResultMessage{call.id, api::encode(found->second)};
        };
    }

    std::vector<api::LoadParams> loads; ///< load.start calls
    std::vector<api::RecordsParams> recordsAsked;
    int stops = 0;
    std::vector<api::ListenerState> listeners{
        {"edge/public", "127.0.0.1", 40001, "http://127.0.0.1:40001", true},
        {"edge/internal", "127.0.0.1", 40002, "http://127.0.0.1:40002", true}};
    std::vector<api::RequestRow> records;
    std::map<std::string, api::DecisionTrace> traces;

private:
    api::LoadState load_;
};

} // namespace gatehouse::tests
