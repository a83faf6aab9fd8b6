#include "engine/gateway/data_plane.h"

#include "engine/gateway/worker.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace gatehouse::gateway {

namespace {

/// One address with a listening socket for each worker, not yet theirs.
struct NewSocket {
    std::string key;
    Address bound;
    std::vector<http::Socket> sockets;
};

http::Listening bindFirst(const Address& wanted, std::uint16_t preferred)
{
    if (wanted.port == 0 && preferred != 0) {
        auto listening = http::listenOn({wanted.host, preferred}, false);
        if (listening.socket.isOpen())
            return listening;
    }
    return http::listenOn(wanted, false);
}

} // namespace

struct DataPlane::Impl {
    explicit Impl(DataPlaneOptions given) : options(std::move(given))
    {
        for (int i = 0; i < options.workers; ++i)
            workers.push_back(std::make_unique<Worker>(i, options));
        for (auto& worker : workers)
            worker->start();
    }

    bool bindAll(const Config& config, const std::map<std::string, std::uint16_t>& preferred,
                 std::vector<NewSocket>& fresh, Problems& problems)
    {
        for (const auto& socket : config.sockets) {
            if (bound.count(socket.key))
                continue;
            const auto port = preferred.find(socket.key);
            auto first = bindFirst(socket.address, port == preferred.end() ? std::uint16_t(0) : port->second);
            if (!first.socket.isOpen()) {
                problems.push_back(http::listenProblem(socket.address, first.error, socket.key));
                continue;
            }
            NewSocket mine{socket.key, first.bound, {}};
            mine.sockets.push_back(std::move(first.socket));
            for (std::size_t i = 1; i < workers.size(); ++i) {
                auto next = http::listenOn(mine.bound, true);
                if (!next.socket.isOpen())
                    problems.push_back(http::listenProblem(mine.bound, next.error, socket.key));
                mine.sockets.push_back(std::move(next.socket));
            }
            fresh.push_back(std::move(mine));
        }
        return !hasErrors(problems);
    }

    std::vector<std::string> removedKeys(const Config& config) const
    {
        std::vector<std::string> out;
        for (const auto& [key, address] : bound) {
            const bool stays = std::any_of(config.sockets.begin(), config.sockets.end(),
                                           [&key = key](const auto& socket) { return socket.key == key; });
            if (!stays)
                out.push_back(key);
        }
        return out;
    }

    /// Each worker takes its own; the last one to do so says that the revision is served.
    void post(std::shared_ptr<const Snapshot> shared, std::vector<NewSocket>& fresh,
              const std::vector<std::string>& removed, std::function<void()> served)
    {
        const auto left = std::make_shared<std::atomic<int>>(int(workers.size()));
        const auto seed = Draw::seedFromSystem();
        const auto firstId = nextListener;
        nextListener += std::uint32_t(fresh.size());
        for (std::size_t i = 0; i < workers.size(); ++i) {
            auto* worker = workers[i].get();
            auto change = std::make_shared<Worker::Change>();
            change->snapshot = std::make_unique<WorkerSnapshot>(shared, seed + i * 7919);
            change->removed = removed;
            for (std::size_t k = 0; k < fresh.size(); ++k) {
                change->added.push_back(
                    std::make_unique<Listener>(*worker, firstId + std::uint32_t(k), fresh[k].key,
                                               std::move(fresh[k].sockets[i]), fresh[k].bound));
            }
            worker->post([this, worker, change, left, served] {
                worker->adopt(std::move(*change));
                collect(*worker);
                if (left->fetch_sub(1) == 1 && served)
                    served();
            });
        }
    }

    /// Old snapshots are freed on the control thread, with the next revision: freeing a large table takes a
    /// while.
    void collect(Worker& worker)
    {
        auto retired = worker.takeRetired();
        const std::lock_guard lock(mutex);
        for (auto& each : retired)
            graveyard.push_back(std::move(each));
    }

    void emptyGraveyard()
    {
        std::vector<std::unique_ptr<WorkerSnapshot>> dead;
        const std::lock_guard lock(mutex);
        dead.swap(graveyard);
    }

    DataPlaneOptions options;
    std::map<std::string, Address> bound;
    std::uint32_t nextListener = 0;
    std::mutex mutex;
    std::vector<std::unique_ptr<WorkerSnapshot>> graveyard;
    std::vector<std::unique_ptr<Worker>> workers; ///< last: they go first
};

DataPlane::DataPlane(DataPlaneOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}

DataPlane::~DataPlane() = default;

int DataPlane::workers() const
{
    return int(impl_->workers.size());
}

DataPlane::Outcome DataPlane::apply(std::shared_ptr<const Config> config,
                                    const std::map<std::string, std::uint16_t>& preferredPorts,
                                    std::function<void()> served)
{
    Outcome out;
    std::vector<NewSocket> fresh;
    impl_->emptyGraveyard();
    if (!impl_->bindAll(*config, preferredPorts, fresh, out.problems))
        return out;
    const auto removed = impl_->removedKeys(*config);
    for (const auto& key : removed)
        impl_->bound.erase(key);
    for (const auto& socket : fresh)
        impl_->bound[socket.key] = socket.bound;
    for (const auto& socket : config->sockets)
        out.bound.push_back({socket.key, impl_->bound[socket.key]});
    auto snapshot = std::make_shared<const Snapshot>(std::move(config), impl_->options.hub);
    impl_->post(std::move(snapshot), fresh, removed, std::move(served));
    return out;
}

void DataPlane::drain(std::chrono::milliseconds limit, std::function<void()> done)
{
    const auto left = std::make_shared<std::atomic<int>>(workers());
    const auto until = monotonicNow() + limit;
    const auto oneDone = [left, done = std::move(done)] {
        if (left->fetch_sub(1) == 1 && done)
            done();
    };
    for (auto& each : impl_->workers)
        each->post([worker = each.get(), until, oneDone] { worker->drain(until, oneDone); });
}

} // namespace gatehouse::gateway
