#include "ui/routes/routes_list.h"

#include "ui/widgets/fields.h"
#include "ui/widgets/icons.h"

#include <QHeaderView>
#include <QLocale>
#include <QScopedValueRollback>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace gatehouse::ui {
namespace {

constexpr int keyRole = Qt::UserRole + 1;

QString keyOf(const QTreeWidgetItem* item)
{
    return item == nullptr ? QString() : item->data(0, keyRole).toString();
}

} // namespace

RoutesList::RoutesList(QWidget* parent)
    : QWidget(parent), filter_(new FilterEdit(this)), tree_(new QTreeWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, 0, 0);
    filter_->setObjectName(QStringLiteral("routes.filter"));
    filter_->setAccessibleName(tr("Filter listeners, routes and services"));
    tree_->setObjectName(QStringLiteral("routes.tree"));
    tree_->setAccessibleName(tr("Listeners, routes and services"));
    tree_->setColumnCount(2);
    tree_->setHeaderHidden(true);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, metrics::gap, 0);
    line->addWidget(filter_);
    column->addLayout(line);
    column->addWidget(tree_, 1);
    connect(filter_, &FilterEdit::filterChanged, this, [this] { setTree(groups_); });
    connect(tree_, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (!quiet_ && !keyOf(item).isEmpty())
            Q_EMIT chosen(keyOf(item));
    });
    connect(tree_, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        if (!keyOf(item).isEmpty())
            Q_EMIT activated(keyOf(item));
    });
}

bool RoutesList::shown(const TreeEntry& entry) const
{
    return entry.title.contains(filter_->text(), Qt::CaseInsensitive);
}

void RoutesList::setTree(const QList<TreeEntry>& groups)
{
    const QScopedValueRollback quiet(quiet_, true);
    groups_ = groups;
    QStringList keys;
    for (const TreeEntry& group : groups) {
        keys.append(group.title);
        for (const TreeEntry& entry : group.children) {
            if (shown(entry))
                keys.append(entry.key);
        }
    }
    if (keys != keys_) {
        keys_ = keys;
        rebuild(groups);
    }
    for (const TreeEntry& group : groups) {
        for (const TreeEntry& entry : group.children)
            showEntry(entry);
    }
}

void RoutesList::rebuild(const QList<TreeEntry>& groups)
{
    tree_->clear();
    rows_.clear();
    qint64 all = 0;
    for (const TreeEntry& group : groups) {
        auto* head = new QTreeWidgetItem(tree_, {group.title, QLocale().toString(group.children.size())});
        head->setIcon(0, icon(group.icon, Role::textSecondary));
        head->setFont(0, theme().font(TextStyle::label));
        head->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        all += group.children.size();
        for (const TreeEntry& entry : group.children) {
            if (!shown(entry))
                continue;
            auto* row = new QTreeWidgetItem(head);
            row->setData(0, keyRole, entry.key);
            row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            row->setFont(1, theme().font(TextStyle::codeSmall));
            rows_.insert(entry.key, row);
        }
        head->setExpanded(true);
    }
    filter_->setCounts(rows_.size(), all);
    tree_->setCurrentItem(rows_.value(current_));
}

void RoutesList::showEntry(const TreeEntry& entry)
{
    auto* row = rows_.value(entry.key);
    if (row == nullptr)
        return;
    row->setText(0, entry.title);
    row->setText(1, entry.rate);
    row->setIcon(0, entry.problem ? icon(stateIconName(*entry.problem), stateRole(*entry.problem))
                                  : icon(entry.icon, Role::textSecondary));
    row->setToolTip(0, entry.problem ? entry.title + u'\n' + entry.problemText : entry.title);
}

void RoutesList::setCurrent(const QString& key)
{
    const QScopedValueRollback quiet(quiet_, true);
    current_ = key;
    tree_->setCurrentItem(rows_.value(key));
}

} // namespace gatehouse::ui
