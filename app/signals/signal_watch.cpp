#include "app/signals/signal_watch.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace {

sigset_t setOf(std::initializer_list<int> signals_)
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : signals_)
        sigaddset(&set, number);
    return set;
}

} // namespace

void SignalWatch::block(std::initializer_list<int> signals_)
{
    const sigset_t set = setOf(signals_);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

SignalWatch::SignalWatch(std::initializer_list<int> signals_, QObject* parent) : QObject(parent)
{
    block(signals_);
    const sigset_t set = setOf(signals_);
    fd_ = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    notifier_ = new QSocketNotifier(fd_, QSocketNotifier::Read, this);
    connect(notifier_, &QSocketNotifier::activated, this, &SignalWatch::read);
}

SignalWatch::~SignalWatch()
{
    delete notifier_;
    ::close(fd_);
}

void SignalWatch::read()
{
    signalfd_siginfo info;
    while (::read(fd_, &info, sizeof info) == sizeof info)
        Q_EMIT raised(int(info.ssi_signo));
}
