#pragma once

#include "ui/routes/list_rows.h"

/// The lists of a route as rows: conditions on headers and query parameters, headers that a filter sets, and
/// plain names.
namespace gatehouse::ui {

/// The list inside the chosen route; only asked while it is there.
template <typename T>
using ListOf = std::function<std::vector<T>&(workspace::HttpRoute&)>;

struct ListNames {
    QString pointer;
    QString title; ///< "Headers"
    QString noun;  ///< "header"
};

RowList valueMatchList(FieldSet& fields, const ListNames& names, ListOf<workspace::ValueMatch> of);
RowList nameValueList(FieldSet& fields, const ListNames& names, ListOf<workspace::NameValue> of);
RowList nameList(FieldSet& fields, const ListNames& names, ListOf<std::string> of);

} // namespace gatehouse::ui
