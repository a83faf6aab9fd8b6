#pragma once

#include "engine/traffic/services_protocol.h"

#include <QObject>

#include <functional>
#include <optional>

/// Runs `gatehouse-engine services --layout`, since Graphviz can neither be interrupted nor trusted with
/// every graph.
class LayoutProcesses : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(std::optional<gatehouse::traffic::LayoutSpots>,
                                    gatehouse::traffic::ServicesError)>;

    using QObject::QObject;

    /// False when too many are under way. `done` runs once, on this thread: with places, or with the error
    /// "invalid", "timedOut" (killed after layoutLimit_ms) or "failed".
    bool start(const gatehouse::traffic::LayoutGraph& graph, Done done);

private:
    static constexpr int mostAtOnce = 2;
    int running_ = 0;
};

/// The child's side: a graph on stdin, places on stdout. Exit code 0; 2 for bad input, 1 when Graphviz fails
/// (the reason on stderr).
int runLayout();
