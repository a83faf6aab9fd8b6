#pragma once

#include "ui/routes/field_set.h"

#include <QWidget>

class QVBoxLayout;

namespace gatehouse::ui {

/// A list of a node that is edited row by row: what it holds and how it is changed. Each row is one text a
/// column.
struct RowList {
    QString pointer;     ///< "rules/0/matches/0/headers"
    QString title;       ///< "Headers"
    QString noun;        ///< "header": what a row is called in names
    QStringList columns; ///< members of a row: {"name", "value"}; {""}: the row is a text itself
    QStringList labels;  ///< a word a column: placeholder and accessible name
    int required = 1;    ///< the first so many texts must be there before a row joins the document
    std::function<QList<QStringList>()> read;
    std::function<RoutesEdit(int row, int column, const QString&)> write;
    std::function<RoutesEdit(const QStringList&)> add; ///< empty = that can't be a row
    std::function<RoutesEdit(int row)> remove;
    /// Where a row's value may be a regular expression; unset = never.
    std::function<bool(int row)> isRegex = {};
    std::function<RoutesEdit(int row, bool)> setRegex = {};
};

/// The rows of a RowList with their add and remove buttons. A new row joins the document when it is complete,
/// so that a half-typed one is never refused.
class ListRows : public QWidget
{
    Q_OBJECT
public:
    ListRows(FieldSet& fields, RowList list, QWidget* parent = nullptr);

private:
    void addHead(QVBoxLayout& column);
    void addRow(QVBoxLayout& column, int row);
    void addDraft(QVBoxLayout& column, int row);
    QString draftKey() const { return fields_.key() + u'#' + list_.pointer; }
    QString fieldPointer(int row, int column) const;

    FieldSet& fields_;
    RowList list_;
};

} // namespace gatehouse::ui
