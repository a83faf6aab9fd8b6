#include "engine/telemetry/history.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <sys/stat.h>

#include <algorithm>
#include <map>

namespace gatehouse::telemetry {

namespace {

constexpr int retryAfter_s = 10;
constexpr int pruneEvery_s = 60;

const char* const layout[] = {
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA user_version=1",
    "CREATE TABLE IF NOT EXISTS legs (id INTEGER PRIMARY KEY, listener TEXT NOT NULL, route TEXT NOT NULL, "
    "backend TEXT NOT NULL, UNIQUE (listener, route, backend))",
    "CREATE TABLE IF NOT EXISTS seconds (at_s INTEGER NOT NULL, leg INTEGER NOT NULL, requests INTEGER NOT "
    "NULL, "
    "none INTEGER NOT NULL, s1xx INTEGER NOT NULL, s2xx INTEGER NOT NULL, s3xx INTEGER NOT NULL, "
    "s4xx INTEGER NOT NULL, s5xx INTEGER NOT NULL, refused INTEGER NOT NULL, in_flight INTEGER NOT NULL, "
    "p50_ms REAL, p90_ms REAL, p99_ms REAL, p999_ms REAL, PRIMARY KEY (at_s, leg)) WITHOUT ROWID",
};

/// Two writes of one second add up: the tenth tick may come a moment early, and two engines may serve one
/// workspace.
const char* const addSecond =
    "INSERT INTO seconds VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (at_s, leg) DO UPDATE SET "
    "requests = requests + excluded.requests, none = none + excluded.none, s1xx = s1xx + excluded.s1xx, "
    "s2xx = s2xx + excluded.s2xx, s3xx = s3xx + excluded.s3xx, s4xx = s4xx + excluded.s4xx, "
    "s5xx = s5xx + excluded.s5xx, refused = refused + excluded.refused, "
    "in_flight = max(in_flight, excluded.in_flight), "
    "p50_ms = max(ifnull(p50_ms, excluded.p50_ms), ifnull(excluded.p50_ms, p50_ms)), "
    "p90_ms = max(ifnull(p90_ms, excluded.p90_ms), ifnull(excluded.p90_ms, p90_ms)), "
    "p99_ms = max(ifnull(p99_ms, excluded.p99_ms), ifnull(excluded.p99_ms, p99_ms)), "
    "p999_ms = max(ifnull(p999_ms, excluded.p999_ms), ifnull(excluded.p999_ms, p999_ms))";

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

} // namespace

struct History::Impl {
    std::string path;
    QString connection;
    QSqlDatabase database;
    QSqlQuery insert;
    std::map<std::string, qint64> legIds;
    std::string lastError;
    bool failing = false;
    std::int64_t retryAt_s = 0;
    std::int64_t pruneAt_s = 0;

    bool open();
    bool run(const QString& statement);
    void close();
    qint64 legId(const LegName& leg);
    bool insertSecond(const HistorySecond& second);
    bool store(const std::vector<HistorySecond>& seconds);
};

HistorySecond secondBetween(const LegTotals& before, const LegTotals& after)
{
    HistorySecond second;
    second.requests = after.requests - before.requests;
    for (std::size_t i = 0; i < second.byClass.size(); ++i)
        second.byClass[i] = after.byClass[i] - before.byClass[i];
    second.refused = after.refused - before.refused;
    second.inFlight = after.inFlight;
    second.latency = after.lastSecond;
    return second;
}

bool History::Impl::run(const QString& statement)
{
    QSqlQuery query(database);
    if (query.exec(statement))
        return true;
    lastError = query.lastError().text().toStdString();
    return false;
}

bool History::Impl::open()
{
    if (database.isOpen())
        return true;
    const QString file = text(path);
    const QString folder = QFileInfo(file).absolutePath();
    if (!QDir(folder).exists() && !QDir().mkpath(folder)) {
        lastError = "the folder " + folder.toStdString() + " can't be made";
        return false;
    }
    ::chmod(QFile::encodeName(folder).constData(), 0700);
    QFile made(file);
    if (!made.open(QIODevice::ReadWrite)) {
        lastError = made.errorString().toStdString();
        return false;
    }
    made.close();
    ::chmod(QFile::encodeName(file).constData(), 0600);

    database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=1000"));
    database.setDatabaseName(file);
    if (!database.open()) {
        lastError = database.lastError().text().toStdString();
        close();
        return false;
    }
    for (const char* statement : layout) {
        if (!run(QString::fromLatin1(statement))) {
            close();
            return false;
        }
    }
    insert = QSqlQuery(database);
    insert.prepare(QString::fromLatin1(addSecond));
    return true;
}

void History::Impl::close()
{
    insert = QSqlQuery();
    legIds.clear();
    database.close();
    database = QSqlDatabase();
    QSqlDatabase::removeDatabase(connection);
}

qint64 History::Impl::legId(const LegName& leg)
{
    const std::string key = leg.listener + '\n' + leg.route + '\n' + leg.backend;
    if (const auto found = legIds.find(key); found != legIds.end())
        return found->second;
    QSqlQuery query(database);
    query.prepare(QStringLiteral("INSERT OR IGNORE INTO legs (listener, route, backend) VALUES (?,?,?)"));
    const auto bind = [&] {
        query.addBindValue(text(leg.listener));
        query.addBindValue(text(leg.route));
        query.addBindValue(text(leg.backend));
    };
    bind();
    if (!query.exec()) {
        lastError = query.lastError().text().toStdString();
        return -1;
    }
    query.prepare(QStringLiteral("SELECT id FROM legs WHERE listener = ? AND route = ? AND backend = ?"));
    bind();
    if (!query.exec() || !query.next()) {
        lastError = query.lastError().text().toStdString();
        return -1;
    }
    return legIds[key] = query.value(0).toLongLong();
}

bool History::Impl::insertSecond(const HistorySecond& second)
{
    const qint64 leg = legId(second.leg);
    if (leg < 0)
        return false;
    insert.addBindValue(qint64(second.at_s));
    insert.addBindValue(leg);
    insert.addBindValue(qulonglong(second.requests));
    for (const auto count : second.byClass)
        insert.addBindValue(qulonglong(count));
    insert.addBindValue(qulonglong(second.refused));
    insert.addBindValue(qulonglong(second.inFlight));
    for (const float value : second.latency.ms)
        insert.addBindValue(second.latency.any ? QVariant(double(value)) : QVariant());
    if (insert.exec())
        return true;
    lastError = insert.lastError().text().toStdString();
    return false;
}

bool History::Impl::store(const std::vector<HistorySecond>& seconds)
{
    if (!open())
        return false;
    if (!database.transaction()) {
        lastError = database.lastError().text().toStdString();
        return false;
    }
    bool ok = std::all_of(seconds.begin(), seconds.end(),
                          [this](const HistorySecond& second) { return insertSecond(second); });
    const std::int64_t now_s = seconds.back().at_s;
    if (ok && now_s >= pruneAt_s) {
        pruneAt_s = now_s + pruneEvery_s;
        ok = run(QStringLiteral("DELETE FROM seconds WHERE at_s < %1").arg(now_s - keep_s));
    }
    if (ok && database.commit())
        return true;
    if (ok)
        lastError = database.lastError().text().toStdString();
    database.rollback();
    return false;
}

History::History(std::string path) : impl_(std::make_unique<Impl>())
{
    impl_->path = std::move(path);
    impl_->connection = QStringLiteral("history-%1").arg(quintptr(impl_.get()));
}

History::~History()
{
    impl_->close();
}

std::optional<Problem> History::append(std::vector<HistorySecond> seconds)
{
    if (seconds.empty() || (impl_->failing && seconds.back().at_s < impl_->retryAt_s))
        return std::nullopt;
    if (seconds.size() > maxLegsPerSecond) {
        std::nth_element(seconds.begin(), seconds.begin() + maxLegsPerSecond, seconds.end(),
                         [](const auto& a, const auto& b) { return a.requests > b.requests; });
        seconds.resize(maxLegsPerSecond);
    }
    if (impl_->store(seconds)) {
        impl_->failing = false;
        return std::nullopt;
    }
    const bool first = !impl_->failing;
    impl_->failing = true;
    impl_->retryAt_s = seconds.back().at_s + retryAfter_s;
    impl_->close();
    if (!first)
        return std::nullopt;
    return Problem{
        .code = "history.unavailable",
        .message = "History can't be kept in " + impl_->path + ": " + impl_->lastError + '.',
        .hint = "Requests are served as before; charts reach back only as far as the console remembers.",
        .severity = Severity::warning,
        .args = {impl_->path, impl_->lastError}};
}

std::vector<HistorySecond> History::read(std::int64_t from_s, std::int64_t to_s, std::size_t limit)
{
    std::vector<HistorySecond> rows;
    if (!impl_->open())
        return rows;
    QSqlQuery query(impl_->database);
    query.setForwardOnly(true);
    query.prepare(
        QStringLiteral("SELECT at_s, listener, route, backend, requests, none, s1xx, s2xx, s3xx, s4xx, s5xx, "
                       "refused, in_flight, p50_ms, p90_ms, p99_ms, p999_ms FROM seconds JOIN legs ON "
                       "legs.id = seconds.leg WHERE at_s BETWEEN ? AND ? ORDER BY at_s, leg LIMIT ?"));
    query.addBindValue(qint64(from_s));
    query.addBindValue(qint64(to_s));
    query.addBindValue(qulonglong(limit));
    if (!query.exec())
        return rows;
    while (query.next()) {
        HistorySecond row;
        row.at_s = query.value(0).toLongLong();
        row.leg = {query.value(1).toString().toStdString(), query.value(2).toString().toStdString(),
                   query.value(3).toString().toStdString()};
        row.requests = query.value(4).toULongLong();
        for (int i = 0; i < 6; ++i)
            row.byClass[std::size_t(i)] = query.value(5 + i).toULongLong();
        row.refused = query.value(11).toULongLong();
        row.inFlight = query.value(12).toULongLong();
        row.latency.any = !query.value(13).isNull();
        for (int i = 0; i < 4; ++i)
            row.latency.ms[std::size_t(i)] = query.value(13 + i).toFloat();
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace gatehouse::telemetry
