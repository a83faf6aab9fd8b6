#include "ui/shell/document_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>

namespace gatehouse::ui {

namespace {

constexpr qint64 largest_bytes = 64 << 20;
constexpr int mostRecent = 12;
const QString key = QStringLiteral("recentFiles");

QString words(const char* text)
{
    return QCoreApplication::translate("DocumentFile", text);
}

} // namespace

QString writeAtomically(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    if (file.write(bytes) != bytes.size() || !file.flush()) {
        const QString reason = file.errorString();
        file.cancelWriting();
        return reason;
    }
    if (!file.commit())
        return file.errorString();
    if (QFileInfo(path).size() != bytes.size())
        return words(QT_TRANSLATE_NOOP("DocumentFile", "The file on disk is shorter than what was written."));
    return {};
}

QString readWhole(const QString& path, QByteArray& bytes)
{
    QFile file(path);
    if (!file.exists())
        return words(QT_TRANSLATE_NOOP("DocumentFile", "The file does not exist."));
    if (!file.open(QIODevice::ReadOnly))
        return file.errorString();
    if (file.size() > largest_bytes)
        return words(QT_TRANSLATE_NOOP("DocumentFile", "The file is larger than 64 MiB."));
    bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return file.errorString();
    return {};
}

QStringList RecentFiles::all()
{
    return QSettings().value(key).toStringList();
}

void RecentFiles::add(const QString& path)
{
    QStringList files = all();
    files.removeAll(path);
    files.prepend(path);
    while (files.size() > mostRecent)
        files.removeLast();
    QSettings().setValue(key, files);
}

void RecentFiles::forget(const QString& path)
{
    QStringList files = all();
    files.removeAll(path);
    QSettings().setValue(key, files);
}

} // namespace gatehouse::ui
