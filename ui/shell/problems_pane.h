#pragma once

#include "ui/shell/context.h"

#include <QAbstractTableModel>
#include <QWidget>

class QTableView;

namespace gatehouse::ui {

/// All problems of the document, errors first.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { what, where, line, count_ };
    enum { placeRole = Qt::UserRole + 1 }; ///< node key and field

    ProblemsModel(Document& document, QObject* parent);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Document& document_;
    std::vector<api::ProblemInfo> problems_;
};

/// The list; a click or Enter goes to the field or node.
class ProblemsPane : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemsPane(Context context, QWidget* parent = nullptr);

private:
    void refresh();
    Context context_;
    QTableView* table_;
    QWidget* empty_;
};

} // namespace gatehouse::ui
