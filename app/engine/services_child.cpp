#include "services_child.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cerrno>
#include <unistd.h>

using namespace gatehouse::traffic;

ServicesChild::ServicesChild()
    : host_({.answer = [this](const ServicesReport& report) { write(report); },
             .unasked = [this](const ServicesReport& report) { keepLatest(report); },
             .startLayout =
                 [this](std::int64_t id, const LayoutGraph& graph) {
                     return layouts_.start(graph, [this, id](const auto& spots, const ServicesError& error) {
                         host_.finishLayout(id, spots, error);
                     });
                 }})
{
}

int ServicesChild::run()
{
    QSocketNotifier notifier(STDIN_FILENO, QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, &ServicesChild::readInput);
    host_.greet();
    return QCoreApplication::exec();
}

void ServicesChild::readInput()
{
    char block[65536];
    const ssize_t count = ::read(STDIN_FILENO, block, sizeof block);
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count <= 0) {
        QCoreApplication::exit(0);
        return;
    }
    input_.append(block, count);
    qsizetype begin = 0;
    for (qsizetype end; (end = input_.indexOf('\n', begin)) >= 0; begin = end + 1)
        host_.command({input_.constData() + begin, std::size_t(end - begin)});
    input_.remove(0, begin);
    if (input_.size() > qsizetype(maxServicesLine_bytes))
        QCoreApplication::exit(2);
}

/// Blocks when the parent doesn't read: then nothing piles up here, and the load's own thread goes on.
void ServicesChild::write(const ServicesReport& report)
{
    std::string line = writeReportLine(report);
    line += '\n';
    for (std::size_t done = 0; done < line.size();) {
        const ssize_t count = ::write(STDOUT_FILENO, line.data() + done, line.size() - done);
        if (count > 0)
            done += std::size_t(count);
        else if (errno != EINTR)
            return QCoreApplication::exit(0); // the parent is gone
    }
}

void ServicesChild::keepLatest(const ServicesReport& report)
{
    const std::lock_guard lock(latestMutex_);
    const bool posted = latest_.has_value();
    latest_ = report;
    if (!posted)
        QMetaObject::invokeMethod(this, &ServicesChild::writeLatest, Qt::QueuedConnection);
}

void ServicesChild::writeLatest()
{
    std::optional<ServicesReport> report;
    {
        const std::lock_guard lock(latestMutex_);
        report.swap(latest_);
    }
    if (report)
        write(*report);
}
