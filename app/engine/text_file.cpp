#include "text_file.h"

#include <QFile>
#include <QSaveFile>

#include <cstdio>

namespace gatehouse::app {

std::optional<std::string> readTextFile(const char* subcommand, const QString& path)
{
    QFile file(path);
    const bool opened =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        std::fprintf(stderr, "gatehouse-engine %s: can't read '%s': %s\n", subcommand, qUtf8Printable(path),
                     qUtf8Printable(file.errorString()));
        return {};
    }
    const QByteArray bytes = file.readAll();
    return std::string(bytes.constData(), std::size_t(bytes.size()));
}

std::optional<QString> writeTextFile(const QString& path, std::string_view text)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.write(text.data(), qint64(text.size())) == qint64(text.size()) && file.flush();
    if (!written)
        file.cancelWriting(); // commit() would replace a good file by a cut one on a full disk
    if (written && file.commit())
        return {};
    return file.errorString();
}

} // namespace gatehouse::app
