#pragma once

#include "ui/routes/field_set.h"

#include <QWidget>

class QVBoxLayout;

namespace gatehouse::ui {

/// A route: its name, where it attaches, its hosts, and one of its rules at a time.
class RouteInspector : public QWidget
{
    Q_OBJECT
public:
    explicit RouteInspector(FieldSet& fields, QWidget* parent = nullptr);

    /// What the fields are built for; another shape needs another inspector.
    static QString shapeOf(const workspace::HttpRoute& route, const workspace::Workspace& workspace);

private:
    void addListeners(QVBoxLayout& column);
    void addRuleBar(QVBoxLayout& column);
    void addRuleName(QVBoxLayout& column);

    FieldSet& fields_;
    int rule_ = -1;
};

/// The row that every node's inspector begins with. Renaming rewrites each reference to the node.
void addNameRow(FieldSet& fields, QVBoxLayout& column, QWidget* parent);

} // namespace gatehouse::ui
