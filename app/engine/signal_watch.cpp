#include "signal_watch.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

SignalWatch::SignalWatch(std::initializer_list<int> signals_, QObject* parent) : QObject(parent)
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : signals_)
        sigaddset(&set, number);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
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
