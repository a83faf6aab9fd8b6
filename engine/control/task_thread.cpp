#include "engine/control/task_thread.h"

#include <QMetaObject>

#include <sys/resource.h>
#include <unistd.h>

namespace gatehouse::control {

namespace {

constexpr int niceness = 15; // a thirtieth of a saturated core, all of a free one

} // namespace

TaskThread::TaskThread(const char* name) : anchor_(new QObject)
{
    thread_.setObjectName(QString::fromLatin1(name));
    anchor_->moveToThread(&thread_);
    QObject::connect(&thread_, &QThread::finished, anchor_, &QObject::deleteLater);
    thread_.start();
    post([] { setpriority(PRIO_PROCESS, id_t(gettid()), niceness); }); // Linux: of this thread alone
}

TaskThread::~TaskThread()
{
    stop();
}

void TaskThread::post(std::function<void()> task)
{
    if (thread_.isRunning())
        postTo(anchor_, std::move(task));
}

void TaskThread::stop()
{
    if (!thread_.isRunning())
        return;
    post([this] { thread_.quit(); });
    thread_.wait();
}

void postTo(QObject* context, std::function<void()> task)
{
    QMetaObject::invokeMethod(context, std::move(task), Qt::QueuedConnection);
}

} // namespace gatehouse::control
