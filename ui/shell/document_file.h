#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace gatehouse::ui {

/// Writes all of it or leaves the old file as it was (QSaveFile; a short write or a failed flush cancels it,
/// because commit() alone has been seen to replace a good file by a cut one on a full disk). Returns a plain
/// reason, or empty.
QString writeAtomically(const QString& path, const QByteArray& bytes);

/// Reads up to 64 MiB. Returns a plain reason, or empty.
QString readWhole(const QString& path, QByteArray& bytes);

/// The last 12 files, newest first, kept in the settings.
class RecentFiles
{
public:
    static QStringList all();
    static void add(const QString& path);
    static void forget(const QString& path);
};

} // namespace gatehouse::ui
