#pragma once

#include "ui/client/engine_client.h"
#include "ui/traffic/request_log_model.h"

#include <QJsonObject>
#include <QWidget>

class QPushButton;
class QTableView;
class QToolButton;

namespace gatehouse::ui {

class FilterEdit;
class TextLabel;

/// The request log: filter, count, table. It follows the newest request until a person scrolls away or sorts;
/// "Newest" takes it back. It can show the records of one moment instead, asked of the engine, with the words
/// that say so.
class RequestLog : public QWidget
{
    Q_OBJECT
public:
    RequestLog(EngineClient& engine, LiveStore& live, QWidget* parent = nullptr);
    ~RequestLog() override; ///< remembers the columns

    RequestLogModel& model() { return model_; }
    void showMoment(double from_ms, double to_ms);
    void showLive();
    QJsonObject readOuts() const;
    void selectRow(int row);

Q_SIGNALS:
    void requestChosen(const gatehouse::api::RequestRow& row); ///< selected; id 0 = none

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeBar();
    void dressTable();
    void addColumnMenu();
    void applyFilter(const QString& text);
    void refreshCounts();
    void scrolled();
    void follow();
    void copy(bool asJson);
    void showMenu(const QPoint& at);
    QList<int> selectedRows() const;

    EngineClient& engine_;
    LiveStore& live_;
    RequestLogModel model_;
    QTableView* table_;
    FilterEdit* filter_;
    TextLabel* note_;
    QPushButton* newest_;
    QToolButton* columns_;
    LogFilter terms_;
    bool following_ = true;
    bool quiet_ = false; ///< we scroll, not the person
};

} // namespace gatehouse::ui
