#pragma once

#include <QStringList>

int runServe(const QStringList& args);
