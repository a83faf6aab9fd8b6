#pragma once

#include <QString>

#include <cstddef>
#include <limits>
#include <vector>

namespace gatehouse::ui {

constexpr double noValue = std::numeric_limits<double>::quiet_NaN();

/// A chart's data: rows in time order with one value a column, in a ring; NaN is a gap, never zero. The
/// oldest rows go when it is full.
class SeriesTable
{
public:
    explicit SeriesTable(int columns = 0, std::size_t capacity = 6000);

    /// `at_ms` after the last row's; a row that isn't is left out (returns false). Missing values are gaps.
    bool append(double at_ms, const std::vector<double>& values);
    void clear() { start_ = count_ = 0; }

    int columns() const { return columns_; }
    std::size_t rows() const { return count_; }
    double time_ms(std::size_t row) const { return times_[slot(row)]; }
    double value(int column, std::size_t row) const
    {
        return values_[slot(row) * std::size_t(columns_) + std::size_t(column)];
    }

    /// First row at or after `at_ms`; rows() when there is none.
    std::size_t rowFrom(double at_ms) const;
    /// The row whose time is nearest to `at_ms`, not over `within_ms` away; rows() when there is none.
    std::size_t nearestRow(double at_ms, double within_ms) const;

private:
    std::size_t slot(std::size_t row) const { return (start_ + row) % times_.size(); }
    int columns_;
    std::size_t start_ = 0;
    std::size_t count_ = 0;
    std::vector<double> times_;
    std::vector<double> values_;
};

} // namespace gatehouse::ui
