#pragma once

#include "ui/client/live_store.h"
#include "ui/traffic/log_filter.h"
#include "ui/widgets/theme.h"

#include <QAbstractTableModel>

#include <deque>

namespace gatehouse::ui {

/// The request log: LiveStore's rows that a filter takes, newest first; or a fixed set of records ("the
/// requests of 11:02:35"). New rows come as insertions at the top, one a batch; rows that the store forgot
/// leave at the end; neither resets. Held (the person scrolled away), nothing is inserted, `waiting` counts
/// what came since, and the rows can be sorted; released, the newest follow at once in the order of time.
class RequestLogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        timeColumn,
        methodColumn,
        targetColumn,
        routeColumn,
        toColumn,
        statusColumn,
        durationColumn,
        refusedColumn,
        columnCount_
    };
    enum ItemRole {
        rawRole = Qt::UserRole,
        stateRole_
    }; ///< raw: number or text to sort by; state: ui::State of the status

    explicit RequestLogModel(const LiveStore& live, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override; ///< while held or fixed; else nothing

    const api::RequestRow& request(int row) const;
    int rowOf(std::uint64_t id) const; ///< -1 = not shown

    void setFilter(const LogFilter& filter);
    void hold();
    void release();
    bool held() const { return held_; }
    qint64 waiting() const { return waiting_; }

    void showFixed(std::vector<api::RequestRow> rows); ///< newest first
    void showLive();
    bool isFixed() const { return isFixed_; }

    qint64 all() const; ///< rows that the filter is asked of

    QString tsv(const QList<int>& rows) const;  ///< with a head line
    QString json(const QList<int>& rows) const; ///< an array of objects, members as in the contract

Q_SIGNALS:
    void countsChanged();

private:
    void takeNew();
    void dropForgotten();
    void rebuild();
    QString text(const api::RequestRow& row, Column column) const;
    QVariant raw(const api::RequestRow& row, Column column) const;

    const LiveStore& live_;
    LogFilter filter_;
    std::deque<std::int64_t> numbers_; ///< in shown order: of the store, or indexes into fixed_
    std::vector<api::RequestRow> fixed_;
    std::int64_t seenEnd_ = 0;
    qint64 waiting_ = 0;
    bool held_ = false;
    bool isFixed_ = false;
    bool sorted_ = false;
};

/// ok, warning (4xx), error (5xx or none) or off (3xx).
State statusState(int status);

} // namespace gatehouse::ui
