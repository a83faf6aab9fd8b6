#pragma once

#include "ui/routes/field_set.h"

#include <QWidget>

class QVBoxLayout;

namespace gatehouse::ui {

/// The filters of one rule, in their order: headers that are changed, a redirect, a rewrite. Each is a line
/// that says what it does and opens to its fields.
class FiltersSection : public QWidget
{
    Q_OBJECT
public:
    FiltersSection(FieldSet& fields, int rule, QWidget* parent = nullptr);

    static QString openKey(const QString& route, int rule, int filter); ///< in InspectorMemory::open
    static QString summary(const workspace::Filter& filter);            ///< "ReplacePrefixMatch /"

private:
    void addFilter(QVBoxLayout& column, int filter);
    void addHead(QVBoxLayout& column, int filter, bool open);
    void addHeaders(QVBoxLayout& column, int filter, bool ofRequest);
    void addRedirect(QVBoxLayout& column, int filter);
    void addHostname(QVBoxLayout& column, int filter, bool redirects);
    void addPath(QVBoxLayout& column, int filter, bool redirects);
    const workspace::Filter& at(int filter) const;
    RoutesEdit edit(int filter, const QString& name, std::function<void(workspace::Filter&)> change) const;

    FieldSet& fields_;
    int rule_;
};

} // namespace gatehouse::ui
