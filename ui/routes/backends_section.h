#pragma once

#include "ui/routes/field_set.h"

#include <QWidget>

class QVBoxLayout;

namespace gatehouse::ui {

/// Where one rule sends its requests: each backend with its weight as a number and as a share, and what goes
/// there now.
class BackendsSection : public QWidget
{
    Q_OBJECT
public:
    BackendsSection(FieldSet& fields, int rule, QWidget* parent = nullptr);

private:
    FieldSet& fields_;
    int rule_;
};

/// One backend: its name and live rate, slider and weight. Works on route `route` (a node key), which need
/// not be the set's own node; fields are bound at `pointer` + "/weight".
void addBackendRows(FieldSet& fields, QVBoxLayout& column, const QString& route, int rule, int backend,
                    const QString& pointer, QWidget* more, QWidget* parent);

} // namespace gatehouse::ui
