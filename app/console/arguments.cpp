#include "app/console/arguments.h"

#include <QDir>
#include <QFile>
#include <QStringList>

namespace gatehouse::console {

namespace {

QSize parseSize(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    return size.width() >= 640 && size.height() >= 480 && size.width() <= 8192 && size.height() <= 8192
               ? size
               : QSize();
}

} // namespace

const char* usage()
{
    return "Usage: gatehouse [FILE]\n"
           "       gatehouse --screenshot DIR [--size WxH] [--scale N] [--contrast]\n"
           "\n"
           "Opens the console on FILE, else on the last workspace, else on the demo Bookshop.\n"
           "\n"
           "  --screenshot DIR  render every page with live data into DIR, light and dark, English and "
           "Chinese\n"
           "  --size WxH        size of the pictures in points (1440x900)\n"
           "  --scale N         device pixels a point, 1 to 4 (1)\n"
           "  --contrast        the high contrast themes instead of the usual ones\n"
           "\n"
           "Example: gatehouse shop.gatehouse.json\n";
}

Arguments readArguments(int argc, char** argv)
{
    Arguments read;
    for (int i = 1; i < argc; ++i) {
        const QString word = QString::fromLocal8Bit(argv[i]);
        const bool more = i + 1 < argc;
        if (word == QLatin1String("--help") || word == QLatin1String("-h")) {
            read.help = true;
        } else if (word == QLatin1String("--screenshot") && more) {
            read.pictures = QString::fromLocal8Bit(argv[++i]);
        } else if (word == QLatin1String("--size") && more) {
            read.size = parseSize(QString::fromLocal8Bit(argv[++i]));
            if (!read.size.isValid())
                read.error = QStringLiteral("--size wants WIDTHxHEIGHT, from 640x480 to 8192x8192");
        } else if (word == QLatin1String("--scale") && more) {
            read.scale = QString::fromLocal8Bit(argv[++i]).toDouble();
            if (read.scale < 1 || read.scale > 4)
                read.error = QStringLiteral("--scale wants a number from 1 to 4");
        } else if (word == QLatin1String("--contrast")) {
            read.contrast = true;
        } else if (word.startsWith(QLatin1String("--"))) {
            read.error = QStringLiteral("unknown or unfinished option ") + word;
        } else if (read.file.isEmpty()) {
            read.file = word;
        } else {
            read.error = QStringLiteral("more than one file");
        }
    }
    return read;
}

void goOffscreen(const Arguments& arguments, const QString& folder)
{
    const QString config = folder + QStringLiteral("/screen.json");
    QFile file(config);
    if (file.open(QIODevice::WriteOnly))
        file.write(
            QStringLiteral(
                "{\"synchronousWindowSystemEvents\": false, \"windowFrameMargins\": false, \"screens\": "
                "[{\"name\": \"screen\", \"x\": 0, \"y\": 0, \"width\": %1, \"height\": %2, "
                "\"logicalDpi\": 96, \"logicalBaseDpi\": 96, \"dpr\": %3}]}")
                .arg(arguments.size.width())
                .arg(arguments.size.height())
                .arg(arguments.scale)
                .toUtf8());
    file.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + config.toLocal8Bit());
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", folder.toLocal8Bit());
}

} // namespace gatehouse::console
