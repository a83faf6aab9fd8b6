#pragma once

#include "ui/routes/field_set.h"

#include <QWidget>

class QVBoxLayout;

namespace gatehouse::ui {

/// A service: name, app and version; the servers that answer for it, its own or one that the engine runs,
/// whose delay and errors can be set.
class ServiceInspector : public QWidget
{
    Q_OBJECT
public:
    explicit ServiceInspector(FieldSet& fields, QWidget* parent = nullptr);

    static QString shapeOf(const workspace::Service& service);

private:
    const workspace::Service& service() const;
    void addWord(QVBoxLayout& column, const QString& member, const QString& label, const QString& noun,
                 std::string workspace::Service::*text, const QString& placeholder);
    void addDemo(QVBoxLayout& column);
    void addKnobs(QVBoxLayout& column);
    void addEndpoints(QVBoxLayout& column);

    FieldSet& fields_;
};

} // namespace gatehouse::ui
