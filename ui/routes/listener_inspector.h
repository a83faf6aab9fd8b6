#pragma once

#include "ui/routes/field_set.h"

#include <QWidget>

namespace gatehouse::ui {

/// A listener: its name, the address and port that it binds, protocol and hostname. Says in red when other
/// machines can reach it.
class ListenerInspector : public QWidget
{
    Q_OBJECT
public:
    explicit ListenerInspector(FieldSet& fields, QWidget* parent = nullptr);
};

} // namespace gatehouse::ui
