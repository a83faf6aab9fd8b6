#pragma once

#include <QObject>

#include <initializer_list>

class QSocketNotifier;

/// Unix signals as Qt signals: blocked for the whole process and read from a signalfd. Make it before any
/// thread starts, since threads inherit the block.
class SignalWatch : public QObject
{
    Q_OBJECT
public:
    explicit SignalWatch(std::initializer_list<int> signals_, QObject* parent = nullptr);
    ~SignalWatch() override;

Q_SIGNALS:
    void raised(int number);

private:
    void read();

    int fd_ = -1;
    QSocketNotifier* notifier_ = nullptr;
};
