#include "ui/shell/problems_pane.h"

#include "ui/shell/problem_place.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

State stateOf(const api::ProblemInfo& problem)
{
    return problem.severity == "error"     ? State::error
           : problem.severity == "warning" ? State::warning
                                           : State::info;
}

} // namespace

ProblemsModel::ProblemsModel(Document& document, QObject* parent)
    : QAbstractTableModel(parent), document_(document), problems_(document.problems())
{
    connect(&document, &Document::problemsChanged, this, [this] {
        beginResetModel();
        problems_ = document_.problems();
        endResetModel();
    });
}

int ProblemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(problems_.size());
}

int ProblemsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count_;
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const api::ProblemInfo& problem = problems_[std::size_t(index.row())];
    const Place place = placeOf(document_.workspace(), problem.pointer);
    if (role == placeRole)
        return place.keyAndField();
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        const QString hint = problemHint(problem);
        return hint.isEmpty() ? problemText(problem) : problemText(problem) + QLatin1Char('\n') + hint;
    }
    if (role == Qt::DecorationRole && index.column() == what)
        return icon(stateIconName(stateOf(problem)), stateRole(stateOf(problem)));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case what:
        return problemText(problem);
    case where:
        return place.key.isEmpty() ? QString::fromStdString(problem.pointer) : place.key;
    case line:
        return problem.line > 0 ? QVariant(problem.line) : QVariant();
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case what:
        return tr("Problem");
    case where:
        return tr("Where");
    case line:
        return tr("Line");
    default:
        return {};
    }
}

ProblemsPane::ProblemsPane(Context context, QWidget* parent)
    : QWidget(parent), context_(context), table_(new QTableView(this))
{
    table_->setObjectName(QStringLiteral("problems.table"));
    table_->setAccessibleName(tr("Problems"));
    table_->setModel(new ProblemsModel(context.document, table_));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setShowGrid(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    table_->horizontalHeader()->setSectionResizeMode(ProblemsModel::what, QHeaderView::Stretch);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->resizeSection(ProblemsModel::where, 220);
    table_->horizontalHeader()->resizeSection(ProblemsModel::line, 64);
    auto* none = new TextLabel(tr("No problems: the engine accepts this workspace."), TextStyle::body,
                               Role::textSecondary, this);
    none->setAlignment(Qt::AlignCenter);
    empty_ = none;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table_);
    column->addWidget(empty_);
    const auto go = [this](const QModelIndex& index) {
        const QString place = index.data(ProblemsModel::placeRole).toString();
        if (!place.isEmpty())
            context_.selection.reveal(place);
    };
    connect(table_, &QTableView::clicked, this, go);
    connect(table_, &QTableView::activated, this, go);
    connect(&context.document, &Document::problemsChanged, this, &ProblemsPane::refresh);
    refresh();
}

void ProblemsPane::refresh()
{
    const bool some = table_->model()->rowCount() > 0;
    table_->setVisible(some);
    empty_->setVisible(!some);
}

} // namespace gatehouse::ui
