#include "serve.h"

#include "descriptor_limit.h"
#include "subcommand_options.h"

#include "app/signals/signal_watch.h"
#include "engine/control/contract_server.h"
#include "engine/control/engine.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string>

using namespace gatehouse;

namespace {

constexpr const char* help =
    R"(Usage: gatehouse-engine serve --socket PATH [--workers N]

Be a console's engine: speak the contract on a local socket until standard input ends. The first line of
standard input is the token that a console has to know. The socket's folder must be yours alone (mode 0700).

  --workers N  threads that serve requests; default: cores - 1, at least 1

Example:
  (echo secret; cat) | gatehouse-engine serve --socket "$XDG_RUNTIME_DIR/gatehouse/s"

Exit code: 0 standard input ended or a signal came, 1 the socket could not be made, 2 wrong usage.
)";

constexpr std::size_t maxToken_bytes = 256;
constexpr auto drainLimit = std::chrono::milliseconds(500);

struct Options {
    QString socket;
    int workers = 1;
};

/// Serves from the token's line until standard input ends: when the console dies, its end of the pipe closes.
class Serving : public QObject
{
public:
    explicit Serving(Options options) : options_(std::move(options))
    {
        connect(&input_, &QSocketNotifier::activated, this, [this] { readInput(); });
    }

    void end()
    {
        input_.setEnabled(false);
        if (!engine_ || ending_) {
            QCoreApplication::exit(0);
            return;
        }
        ending_ = true;
        engine_->drain(drainLimit, [] { QCoreApplication::exit(0); });
    }

private:
    void readInput()
    {
        char block[4096];
        const ssize_t count = ::read(STDIN_FILENO, block, sizeof block);
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            return;
        if (count <= 0) {
            end();
            return;
        }
        if (engine_)
            return;
        line_.append(block, std::size_t(count));
        const auto length = std::min(line_.find('\n'), line_.size());
        if (length > maxToken_bytes || (length == 0 && !line_.empty()))
            fail(2, "the first line of standard input must be a token of 1 to 256 characters");
        else if (length < line_.size())
            begin(line_.substr(0, length));
    }

    void begin(std::string token)
    {
        control::EngineOptions engine;
        engine.workers = options_.workers;
        engine.servicesProgram = QCoreApplication::applicationFilePath();
        engine_ = std::make_unique<control::Engine>(std::move(engine));
        server_ = std::make_unique<control::ContractServer>(*engine_, std::move(token));
        auto problem = engine_->begin();
        if (!problem)
            problem = server_->listen(options_.socket);
        if (problem)
            fail(1, problem->message.c_str());
    }

    void fail(int exitCode, const char* why)
    {
        std::fprintf(stderr, "gatehouse-engine serve: %s\n", why);
        QCoreApplication::exit(exitCode);
    }

    const Options options_;
    QSocketNotifier input_{STDIN_FILENO, QSocketNotifier::Read};
    std::string line_;
    bool ending_ = false;
    std::unique_ptr<control::Engine> engine_;
    std::unique_ptr<control::ContractServer> server_; ///< after the engine: its sessions end first
};

} // namespace

int runServe(const QStringList& args)
{
    Options given;
    app::SubcommandOptions options("serve", help);
    options.text("--socket", "a path", given.socket).workers(given.workers);
    if (const auto code = options.read(args))
        return *code;
    if (given.socket.isEmpty())
        return options.wrong("--socket is needed");
    raiseDescriptorLimit();
    SignalWatch signals_({SIGTERM, SIGINT});
    Serving serving(std::move(given));
    QObject::connect(&signals_, &SignalWatch::raised, &serving, [&serving] { serving.end(); });
    return QCoreApplication::exec();
}
