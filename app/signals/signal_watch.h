#pragma once

#include <QObject>

#include <initializer_list>

class QSocketNotifier;

/// Unix signals as Qt signals: blocked for the whole process and read from a signalfd. Threads inherit the
/// block: make it, or block them, before any starts.
class SignalWatch : public QObject
{
    Q_OBJECT
public:
    explicit SignalWatch(std::initializer_list<int> signals_, QObject* parent = nullptr);
    ~SignalWatch() override;
    static void block(std::initializer_list<int> signals_); ///< also without an application

Q_SIGNALS:
    void raised(int number);

private:
    void read();

    int fd_ = -1;
    QSocketNotifier* notifier_ = nullptr;
};
