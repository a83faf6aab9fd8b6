#include "layout_process.h"

#include "engine/traffic/layout.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTimer>

#include <cstdio>
#include <sys/resource.h>

using namespace gatehouse;
using namespace gatehouse::traffic;

namespace {

constexpr rlim_t cpuLimit_s =
    2 * layoutLimit_ms / 1000; // the parent kills earlier; this holds if the parent dies
constexpr rlim_t memoryLimit_bytes = rlim_t(2) << 30;

void boundResources()
{
    const rlimit cpu{cpuLimit_s, cpuLimit_s};
    setrlimit(RLIMIT_CPU, &cpu);
#ifndef __SANITIZE_ADDRESS__ // its shadow needs the whole address space
    const rlimit memory{memoryLimit_bytes, memoryLimit_bytes};
    setrlimit(RLIMIT_AS, &memory);
#endif
}

/// Until the end, or one byte over the limit, which the reader then refuses.
std::string readInput()
{
    std::string text;
    char block[65536];
    while (text.size() <= maxServicesLine_bytes) {
        const std::size_t count = std::fread(block, 1, sizeof block, stdin);
        if (count == 0)
            break;
        text.append(block, count);
    }
    return text;
}

ServicesError outcomeOf(QProcess& process, bool timedOut)
{
    if (timedOut)
        return {"timedOut", "The layout took longer than " + std::to_string(layoutLimit_ms / 1000) + " s.",
                ""};
    const std::string words = process.readAllStandardError().left(500).trimmed().toStdString();
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 2)
        return {"invalid", words, "/layout"};
    return {"failed", words.empty() ? "The layout process ended early." : words, ""};
}

} // namespace

bool LayoutProcesses::start(const LayoutGraph& graph, Done done)
{
    if (running_ >= mostAtOnce)
        return false;
    ++running_;
    auto* process = new QProcess(this);
    auto* limit = new QTimer(process);
    limit->setSingleShot(true);
    limit->setTimerType(Qt::PreciseTimer);
    connect(limit, &QTimer::timeout, process, &QProcess::kill);
    const auto finish = [this, process, limit, done = std::move(done)] {
        const bool timedOut = !limit->isActive();
        limit->stop();
        disconnect(process, nullptr, this, nullptr);
        process->deleteLater();
        --running_;
        std::optional<LayoutSpots> spots;
        if (process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0) {
            Problems problems;
            spots = readLayoutSpots(process->readAllStandardOutput().toStdString(), problems);
        }
        done(spots, spots ? ServicesError{} : outcomeOf(*process, timedOut));
    };
    connect(process, &QProcess::finished, this, finish);
    connect(process, &QProcess::errorOccurred, this, [finish](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish();
    });
    limit->start(layoutLimit_ms);
    process->start(QCoreApplication::applicationFilePath(),
                   {QStringLiteral("services"), QStringLiteral("--layout")});
    process->write(QByteArray::fromStdString(writeLayoutGraph(graph)));
    process->closeWriteChannel();
    return true;
}

int runLayout()
{
    boundResources();
    const std::string text = readInput();
    Problems problems;
    const std::optional<LayoutGraph> graph = readLayoutGraph(text, problems);
    const std::optional<LayoutSpots> spots = graph ? layoutGraph(*graph, problems) : std::nullopt;
    if (!spots) {
        const Problem& problem = problems.front();
        std::fprintf(stderr, "%s: %s\n", problem.pointer.c_str(), problem.message.c_str());
        return problem.code == "layout.failed" ? 1 : 2;
    }
    const std::string answer = writeLayoutSpots(*spots);
    std::fwrite(answer.data(), 1, answer.size(), stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
}
