#pragma once

#include "ui/shell/context.h"
#include "ui/shell/page.h"

namespace gatehouse::ui {

class ChartBoard;
class LoadPanel;
class RequestDetail;
class RequestLog;

/// Load generator left, four charts with one pointer and one time, request log and decision below.
class TrafficPage : public Page
{
    Q_OBJECT
public:
    explicit TrafficPage(Context context, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("traffic"); }
    QString title() const override { return tr("Traffic"); }
    QString iconName() const override { return QStringLiteral("activity"); }
    QWidget* bar() override;
    QList<QAction*> actions() override;
    QJsonObject readOuts() const override;
    void prepareForPicture() override;
    bool readyForPicture() const override;

private:
    Context context_;
    LoadPanel* load_;
    ChartBoard* board_;
    RequestLog* log_;
    RequestDetail* detail_;
    QWidget* bar_ = nullptr;
    double pictureFrom_ms_ = 0; ///< the first telemetry after prepareForPicture(); 0 = none yet
};

} // namespace gatehouse::ui
