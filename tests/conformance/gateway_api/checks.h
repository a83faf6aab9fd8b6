#pragma once

#include "http_exchange.h"

#include <yaml-cpp/yaml.h>

#include <QJsonArray>
#include <QStringList>

/// What a row of expectations.yaml asks for, held against what came. Every function returns what is wrong,
/// and a key that it doesn't know is wrong too.
QStringList unknownKeys(const YAML::Node& node, const QStringList& known, const QString& where);
Ask askOf(const YAML::Node& testCase, const QByteArray& defaultHost);
QStringList answerFaults(const YAML::Node& expect, const Ask& ask, const Answer& answer);
QStringList statusFaults(const YAML::Node& suite, const QJsonArray& status);
