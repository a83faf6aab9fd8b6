#include "ui/charts/series_table.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::ui {

SeriesTable::SeriesTable(int columns, std::size_t capacity)
    : columns_(columns), times_(std::max<std::size_t>(capacity, 1)),
      values_(times_.size() * std::size_t(columns), noValue)
{
}

bool SeriesTable::append(double at_ms, const std::vector<double>& values)
{
    if (!std::isfinite(at_ms) || (count_ > 0 && at_ms <= time_ms(count_ - 1)))
        return false;
    if (count_ == times_.size())
        start_ = (start_ + 1) % times_.size();
    else
        ++count_;
    const std::size_t place = slot(count_ - 1);
    times_[place] = at_ms;
    for (int column = 0; column < columns_; ++column) {
        const bool given = std::size_t(column) < values.size();
        values_[place * std::size_t(columns_) + std::size_t(column)] =
            given ? values[std::size_t(column)] : noValue;
    }
    return true;
}

std::size_t SeriesTable::rowFrom(double at_ms) const
{
    std::size_t low = 0;
    std::size_t high = count_;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (time_ms(middle) < at_ms)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::size_t SeriesTable::nearestRow(double at_ms, double within_ms) const
{
    std::size_t row = rowFrom(at_ms);
    if (row > 0 && (row == count_ || at_ms - time_ms(row - 1) < time_ms(row) - at_ms))
        --row;
    return row < count_ && std::fabs(time_ms(row) - at_ms) <= within_ms ? row : count_;
}

} // namespace gatehouse::ui
