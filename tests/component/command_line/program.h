#pragma once

#include "tests/support/engine_process.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

/// One run of gatehouse-engine to its end.
struct Ended {
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

inline Ended runProgram(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(EngineProcess::program(), arguments);
    process.write(input);
    process.closeWriteChannel();
    Ended ended;
    if (process.waitForFinished(20'000) && process.exitStatus() == QProcess::NormalExit)
        ended.code = process.exitCode();
    ended.out = process.readAllStandardOutput();
    ended.err = process.readAllStandardError();
    return ended;
}

inline bool writeFile(const QString& path, const QByteArray& text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size();
}

inline QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QString bookshopFile()
{
    return QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/workspaces/bookshop.gatehouse.json");
}
