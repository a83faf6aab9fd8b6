#pragma once

#include "checks.h"
#include "manifests.h"

#include "tests/support/echo_backend.h"
#include "tests/support/engine_process.h"

#include <QTemporaryDir>

#include <map>
#include <memory>

/// One suite's manifests served by a real engine, with an echo backend for every Service.
class SuiteRun
{
public:
    SuiteRun(const std::string& folder, const YAML::Node& suite, bool reversed);

    QString start(); ///< what went wrong; empty = serving
    QString rowFault(const YAML::Node& testCase, const QString& row);
    QStringList distributionFaults();
    QStringList webSocketFaults();
    QJsonArray status() const;
    QString manifestText() const { return QString::fromStdString(joined(objects_, false)); }

private:
    QString removeObject(const YAML::Node& which);
    bool writeManifests() const;
    quint16 portOf(const YAML::Node& listener);
    QByteArray hostOf(const YAML::Node& listener);

    YAML::Node suite_;
    bool reversed_;
    std::vector<ManifestObject> objects_;
    std::string gateway_; ///< "namespace/name" that the suite's routes hang on
    std::map<std::string, std::unique_ptr<EchoBackend>> backends_;
    QTemporaryDir folder_;
    EngineProcess engine_;
};
