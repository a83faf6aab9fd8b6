#pragma once

#include "ui/shell/context.h"

#include <QElapsedTimer>
#include <QObject>

namespace gatehouse::ui {

class Banner;
class LogPane;

/// Says in the banner and in the log what becomes of the engine: that it is missing, of another version,
/// died, and when the workspace serves again. The banner's action tries again.
class EngineNotices : public QObject
{
    Q_OBJECT
public:
    EngineNotices(Context context, Banner& banner, LogPane& log, QObject* parent);

private:
    void sayState();
    void sayThatItServesAgain();
    void sayWhereHistoryIsKept();
    void log(const QString& level, const QString& text);

    Context context_;
    Banner& banner_;
    LogPane& log_;
    QElapsedTimer outage_; ///< since the engine died; invalid = the workspace serves again, or never did
    QString history_;      ///< where it was said to be kept
};

} // namespace gatehouse::ui
