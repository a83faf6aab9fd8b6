#include "engine/traffic/services_host.h"

#include "engine/http/io_thread.h"
#include "engine/traffic/demo_fleet.h"
#include "engine/traffic/load_mix.h"
#include "engine/traffic/load_run.h"

#include <optional>

namespace gatehouse::traffic {

namespace {

ServicesReport errorReport(std::int64_t id, ServicesError error)
{
    return {.id = id, .report = ServicesReportKind::error, .error = std::move(error)};
}

ServicesReport loadReport(std::int64_t id, LoadReport load)
{
    return {.id = id, .report = ServicesReportKind::load, .load = std::move(load)};
}

/// The id of a command that has other faults, so that its sender gets the answer; 0 when there is none.
std::int64_t idOf(std::string_view line)
{
    Problems ignored;
    const std::optional<json::Value> value =
        json::parse(line, ignored, {.bytes = maxServicesLine_bytes, .depth = 16});
    const json::Value* id = value && value->is_object() ? value->get_object().if_contains("id") : nullptr;
    return id && id->is_int64() && id->get_int64() > 0 ? id->get_int64() : 0;
}

} // namespace

class ServicesHost::Impl
{
public:
    explicit Impl(Faces faces)
        : faces_(std::move(faces)), services_("demo services"), load_("load"), fleet_(services_)
    {
    }

    void greet()
    {
        faces_.answer({.report = ServicesReportKind::ready, .protocol = servicesProtocolVersion});
    }

    void command(std::string_view line)
    {
        Problems problems;
        const std::optional<ServicesCommand> command = readCommandLine(line, problems);
        if (!command) {
            invalid(idOf(line), problems.front());
            return;
        }
        switch (command->command) {
        case ServicesCommandKind::services:
            services(*command);
            break;
        case ServicesCommandKind::loadStart:
            startLoad(*command);
            break;
        case ServicesCommandKind::loadStop:
            stopLoad(command->id);
            break;
        case ServicesCommandKind::layout:
            layout(*command);
            break;
        }
    }

    void finishLayout(std::int64_t id, const std::optional<LayoutSpots>& spots, const ServicesError& error)
    {
        if (spots)
            faces_.answer({.id = id, .report = ServicesReportKind::layout, .layout = spots});
        else
            faces_.answer(errorReport(id, error));
    }

private:
    void invalid(std::int64_t id, const Problem& problem)
    {
        faces_.answer(errorReport(id, {"invalid", problem.message, problem.pointer}));
    }

    void services(const ServicesCommand& command)
    {
        if (!command.services) {
            invalid(command.id, {"/services", "", "A services command needs its services."});
            return;
        }
        faces_.answer({.id = command.id,
                       .report = ServicesReportKind::services,
                       .services = fleet_.update(*command.services)});
    }

    void startLoad(const ServicesCommand& command)
    {
        Problems problems;
        if (command.load)
            problems = checkLoad(*command.load);
        else
            problems.push_back({"", "", "A loadStart command needs its load."});
        if (hasErrors(problems)) {
            problems.front().pointer.insert(0, "/load");
            invalid(command.id, problems.front());
            return;
        }
        if (run_ && !run_->isOver()) {
            faces_.answer(errorReport(command.id, {"busy", "A load is running; stop it first.", ""}));
            return;
        }
        run_.emplace(load_, *command.load,
                     [this](const LoadReport& state) { faces_.unasked(loadReport(0, state)); });
        faces_.answer(loadReport(command.id, run_->report()));
    }

    void stopLoad(std::int64_t id)
    {
        if (run_)
            run_->stop();
        faces_.answer(loadReport(id, run_ ? run_->report() : LoadReport{}));
    }

    void layout(const ServicesCommand& command)
    {
        if (!command.layout)
            invalid(command.id, {"/layout", "", "A layout command needs its layout."});
        else if (!faces_.startLayout(command.id, *command.layout))
            faces_.answer(errorReport(command.id, {"busy", "Too many layouts are under way.", ""}));
    }

    Faces faces_;
    http::IoThread services_;
    http::IoThread load_;
    DemoFleet fleet_;
    std::optional<LoadRun> run_;
};

ServicesHost::ServicesHost(Faces faces) : impl_(std::make_unique<Impl>(std::move(faces))) {}

ServicesHost::~ServicesHost() = default;

void ServicesHost::greet()
{
    impl_->greet();
}

void ServicesHost::command(std::string_view line)
{
    impl_->command(line);
}

void ServicesHost::finishLayout(std::int64_t id, const std::optional<LayoutSpots>& spots,
                                const ServicesError& error)
{
    impl_->finishLayout(id, spots, error);
}

} // namespace gatehouse::traffic
