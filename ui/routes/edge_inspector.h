#pragma once

#include "ui/routes/field_set.h"

#include <QWidget>

namespace gatehouse::ui {

/// An edge: the listener that it attaches its route to, or the service that it leads to with the weight that
/// each rule gives it. The set's node is the edge's route.
class EdgeInspector : public QWidget
{
    Q_OBJECT
public:
    EdgeInspector(FieldSet& fields, const QString& edge, QWidget* parent = nullptr);

    static QString shapeOf(const workspace::Workspace& workspace, const QString& edge);
    static QString routeOfEdge(const QString& edge); ///< a node key
};

} // namespace gatehouse::ui
