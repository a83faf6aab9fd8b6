#pragma once

#include "layout_process.h"

#include "engine/traffic/services_host.h"

#include <QByteArray>
#include <QObject>

#include <mutex>
#include <optional>

/// The services process as the control plane's child: commands from stdin, reports to stdout, until stdin
/// closes.
class ServicesChild : public QObject
{
    Q_OBJECT
public:
    ServicesChild();

    /// Runs the event loop. Exit code: 0 when stdin closed, 2 after a line that was too long.
    int run();

private:
    void readInput();
    void write(const gatehouse::traffic::ServicesReport& report);
    void keepLatest(const gatehouse::traffic::ServicesReport& report);
    void writeLatest();

    QByteArray input_;
    std::mutex latestMutex_;
    std::optional<gatehouse::traffic::ServicesReport> latest_; ///< the load's newest state not yet written
    LayoutProcesses layouts_;
    gatehouse::traffic::ServicesHost host_; ///< last: its threads end before the rest goes
};
