#pragma once

#include "engine/api/rpc.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

class QIODevice;

namespace gatehouse::ui {

struct CallError;

/// JSON-RPC lines over a device that somebody else owns: ids, calls under way, notifications. Reads for at
/// most 4 ms in a turn of the event loop and takes the rest in the next.
class LineChannel : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const std::string& result, CallError error)>;

    LineChannel(QIODevice* device, QObject* parent);
    ~LineChannel() override;

    qint64 send(const char* method, std::string params, QObject* context, Done done);
    void notify(const char* method, std::string params);
    /// Answers all that is under way with ErrorCode::disconnected; each still exactly once.
    void abandon(const QString& reason);

Q_SIGNALS:
    void notified(const std::string& method, const std::string& params);
    void broken(const QString& reason); ///< the peer speaks nonsense; the owner closes the device

private:
    struct Call {
        QPointer<QObject> context;
        Done done;
    };
    void read();
    void take(const std::string& line);
    void answer(qint64 id, const std::string& result, CallError error);

    QPointer<QIODevice> device_;
    QByteArray buffer_;
    qsizetype searched_ = 0;
    qint64 nextId_ = 1;
    QHash<qint64, Call> calls_;
    bool queued_ = false;
};

} // namespace gatehouse::ui
