#include "app/console/engine_numbers.h"

#include <algorithm>

namespace gatehouse::console {

namespace {

void count(QJsonObject& counts, const std::string& key)
{
    const QString name = QString::fromStdString(key);
    counts.insert(name, counts.value(name).toInt() + 1);
}

/// The nearest rank; `sorted` isn't empty.
double quantile(const std::vector<double>& sorted, double share)
{
    return sorted[std::min(sorted.size() - 1, std::size_t(share * double(sorted.size())))];
}

} // namespace

QJsonObject secondOf(const std::vector<api::RequestRow>& rows, double to_ms)
{
    QJsonObject byRoute, byBackend, byStatus;
    std::vector<double> latencies;
    for (const api::RequestRow& row : rows) {
        const double done_ms = row.at_ms + row.total_ms;
        if (done_ms <= to_ms - 1000 || done_ms > to_ms)
            continue;
        latencies.push_back(row.total_ms);
        count(byRoute, row.route);
        count(byBackend, row.backend);
        count(byStatus, std::to_string(row.status));
    }
    QJsonObject second{{QStringLiteral("to_ms"), to_ms},
                       {QStringLiteral("requests"), int(latencies.size())},
                       {QStringLiteral("byRoute"), byRoute},
                       {QStringLiteral("byBackend"), byBackend},
                       {QStringLiteral("byStatus"), byStatus}};
    if (latencies.empty())
        return second;
    std::sort(latencies.begin(), latencies.end());
    second.insert(QStringLiteral("p50_ms"), quantile(latencies, 0.5));
    second.insert(QStringLiteral("p99_ms"), quantile(latencies, 0.99));
    second.insert(QStringLiteral("slowest_ms"), latencies.back());
    return second;
}

} // namespace gatehouse::console
