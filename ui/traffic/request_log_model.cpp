#include "ui/traffic/request_log_model.h"

#include "engine/api/rpc.h"
#include "ui/shell/trace_text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/numbers.h"

#include <QLocale>

#include <algorithm>
#include <map>

namespace gatehouse::ui {

namespace {

QString durationNumber(double ms)
{
    return QLocale().toString(ms, 'f', 1);
}

QString orDash(const std::string& text)
{
    return text.empty() ? QStringLiteral("–") : QString::fromStdString(text);
}

} // namespace

State statusState(int status)
{
    if (status == 0 || status >= 500)
        return State::error;
    if (status >= 400)
        return State::warning;
    return status >= 300 ? State::off : State::ok;
}

RequestLogModel::RequestLogModel(const LiveStore& live, QObject* parent)
    : QAbstractTableModel(parent), live_(live)
{
    rebuild();
    connect(&live, &LiveStore::rowsChanged, this, &RequestLogModel::takeNew);
}

int RequestLogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(numbers_.size());
}

int RequestLogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnCount_;
}

const api::RequestRow& RequestLogModel::request(int row) const
{
    const std::int64_t number = numbers_[std::size_t(row)];
    return isFixed_ ? fixed_[std::size_t(number)] : live_.row(number);
}

int RequestLogModel::rowOf(std::uint64_t id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (request(row).id == id)
            return row;
    }
    return -1;
}

QString RequestLogModel::text(const api::RequestRow& row, Column column) const
{
    switch (column) {
    case timeColumn:
        return clockText(row.at_ms, true);
    case methodColumn:
        return QString::fromStdString(row.method);
    case targetColumn:
        return QString::fromStdString(row.target);
    case routeColumn:
        return orDash(row.route);
    case toColumn:
        return orDash(row.backend);
    case statusColumn:
        return row.status > 0 ? QString::number(row.status) : QStringLiteral("–");
    case durationColumn:
        return durationNumber(row.total_ms);
    case refusedColumn:
        return refusalText(row.refusedBy);
    case columnCount_:
        break;
    }
    return {};
}

QVariant RequestLogModel::raw(const api::RequestRow& row, Column column) const
{
    switch (column) {
    case timeColumn:
        return row.at_ms;
    case statusColumn:
        return row.status;
    case durationColumn:
        return row.total_ms;
    default:
        return text(row, column);
    }
}

QVariant RequestLogModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const api::RequestRow& row = request(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        if (column == timeColumn)
            return utcText(row.at_ms);
        return text(row, column);
    case Qt::TextAlignmentRole:
        return int((column == durationColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        return theme().font(column == routeColumn || column == toColumn || column == refusedColumn
                                ? TextStyle::body
                                : TextStyle::code);
    case Qt::ForegroundRole:
        if (column == statusColumn && row.status >= 400)
            return theme().stateColor(statusState(row.status));
        return {};
    case Qt::AccessibleTextRole:
        if (column == durationColumn)
            return tr("%1 milliseconds").arg(text(row, column));
        return text(row, column);
    case rawRole:
        return raw(row, column);
    case stateRole_:
        return int(statusState(row.status));
    default:
        return {};
    }
}

QVariant RequestLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == durationColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case timeColumn:
        return tr("Time");
    case methodColumn:
        return tr("Method");
    case targetColumn:
        return tr("Target");
    case routeColumn:
        return tr("Route");
    case toColumn:
        return tr("To");
    case statusColumn:
        return tr("Status");
    case durationColumn:
        return tr("ms");
    case refusedColumn:
        return tr("Refused by");
    case columnCount_:
        break;
    }
    return {};
}

void RequestLogModel::sort(int column, Qt::SortOrder order)
{
    if ((!held_ && !isFixed_) || column < 0 || column >= columnCount_)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto was = numbers_;
    std::vector<std::pair<QVariant, std::int64_t>> keyed;
    keyed.reserve(numbers_.size());
    for (int row = 0; row < rowCount(); ++row)
        keyed.emplace_back(raw(request(row), Column(column)), numbers_[std::size_t(row)]);
    std::stable_sort(keyed.begin(), keyed.end(), [order](const auto& a, const auto& b) {
        const auto less = QVariant::compare(a.first, b.first);
        return order == Qt::AscendingOrder ? less == QPartialOrdering::Less
                                           : less == QPartialOrdering::Greater;
    });
    std::map<std::int64_t, int> place;
    for (std::size_t i = 0; i < keyed.size(); ++i) {
        numbers_[i] = keyed[i].second;
        place[keyed[i].second] = int(i);
    }
    sorted_ = true;
    QModelIndexList to;
    const QModelIndexList from = persistentIndexList();
    for (const QModelIndex& index : from)
        to.append(this->index(place[was[std::size_t(index.row())]], index.column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void RequestLogModel::setFilter(const LogFilter& filter)
{
    filter_ = filter;
    rebuild();
}

void RequestLogModel::hold()
{
    held_ = true;
}

void RequestLogModel::release()
{
    if (!held_)
        return;
    held_ = false;
    waiting_ = 0;
    if (sorted_)
        rebuild();
    else
        takeNew();
}

void RequestLogModel::showFixed(std::vector<api::RequestRow> rows)
{
    fixed_ = std::move(rows);
    isFixed_ = true;
    rebuild();
}

void RequestLogModel::showLive()
{
    if (!isFixed_)
        return;
    isFixed_ = false;
    fixed_.clear();
    rebuild();
}

qint64 RequestLogModel::all() const
{
    return isFixed_ ? qint64(fixed_.size()) : live_.endRow() - live_.firstRow();
}

void RequestLogModel::rebuild()
{
    beginResetModel();
    numbers_.clear();
    sorted_ = false;
    if (isFixed_) {
        for (std::size_t i = 0; i < fixed_.size(); ++i) {
            if (filter_.matches(fixed_[i]))
                numbers_.push_back(std::int64_t(i));
        }
    } else {
        seenEnd_ = live_.endRow();
        waiting_ = 0;
        for (std::int64_t number = live_.firstRow(); number < seenEnd_; ++number) {
            if (filter_.matches(live_.row(number)))
                numbers_.push_front(number);
        }
    }
    endResetModel();
    Q_EMIT countsChanged();
}

void RequestLogModel::takeNew()
{
    if (isFixed_)
        return;
    if (live_.endRow() < seenEnd_) { // another engine's rows: the store was cleared
        rebuild();
        return;
    }
    dropForgotten();
    if (held_) {
        waiting_ = live_.endRow() - std::max(seenEnd_, live_.firstRow());
        Q_EMIT countsChanged();
        return;
    }
    std::vector<std::int64_t> fresh;
    for (std::int64_t number = std::max(seenEnd_, live_.firstRow()); number < live_.endRow(); ++number) {
        if (filter_.matches(live_.row(number)))
            fresh.push_back(number);
    }
    seenEnd_ = live_.endRow();
    if (!fresh.empty()) {
        beginInsertRows({}, 0, int(fresh.size()) - 1);
        for (const std::int64_t number : fresh)
            numbers_.push_front(number);
        endInsertRows();
    }
    Q_EMIT countsChanged();
}

void RequestLogModel::dropForgotten()
{
    const std::int64_t first = live_.firstRow();
    if (!sorted_) {
        std::size_t keep = numbers_.size();
        while (keep > 0 && numbers_[keep - 1] < first)
            --keep;
        if (keep == numbers_.size())
            return;
        beginRemoveRows({}, int(keep), int(numbers_.size()) - 1);
        numbers_.resize(keep);
        endRemoveRows();
        return;
    }
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (numbers_[std::size_t(row)] >= first)
            continue;
        beginRemoveRows({}, row, row);
        numbers_.erase(numbers_.begin() + row);
        endRemoveRows();
    }
}

QString RequestLogModel::tsv(const QList<int>& rows) const
{
    QStringList lines;
    QStringList head;
    for (int column = 0; column < columnCount_; ++column)
        head.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    lines.append(head.join(QLatin1Char('\t')));
    for (const int row : rows) {
        QStringList cells;
        for (int column = 0; column < columnCount_; ++column)
            cells.append(text(request(row), Column(column)).replace(QLatin1Char('\t'), QLatin1Char(' ')));
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString RequestLogModel::json(const QList<int>& rows) const
{
    api::RecordsResult result;
    for (const int row : rows)
        result.rows.push_back(request(row));
    const QString text = QString::fromStdString(api::encode(result));
    return text.mid(text.indexOf(QLatin1Char('[')),
                    text.lastIndexOf(QLatin1Char(']')) - text.indexOf(QLatin1Char('[')) + 1) +
           QLatin1Char('\n');
}

} // namespace gatehouse::ui
