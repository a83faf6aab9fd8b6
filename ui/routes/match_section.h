#pragma once

#include "ui/routes/field_set.h"

#include <QWidget>

class QVBoxLayout;

namespace gatehouse::ui {

/// What one rule matches: path, method, headers and query parameters, several of them as "or".
class MatchSection : public QWidget
{
    Q_OBJECT
public:
    MatchSection(FieldSet& fields, int rule, QWidget* parent = nullptr);

private:
    void addMatch(QVBoxLayout& column, int match);
    void addPath(QVBoxLayout& column, int match);
    void addMethod(QVBoxLayout& column, int match);
    void addConditions(QVBoxLayout& column, int match);

    FieldSet& fields_;
    int rule_;
};

} // namespace gatehouse::ui
