#include "ui/widgets/key_value_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace gatehouse::ui
{

namespace
{

/// Shows dots for a secret's value (editing and copying use the value itself), and in the empty last row what it is
/// for.
class SecretDelegate : public QStyledItemDelegate
{
public:
    SecretDelegate(const bool* revealed, QObject* parent) : QStyledItemDelegate(parent), revealed_(revealed)
    {
    }
    void setPlaceholder(const QString& text) { placeholder_ = text; }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font = theme().font(TextStyle::code);
        const QString name = index.siblingAtColumn(0).data().toString();
        if (index.column() == 1 && !*revealed_ && KeyValueTable::isSecret(name) && !option->text.isEmpty()) {
            const bool bearer = option->text.startsWith(QLatin1String("bearer "), Qt::CaseInsensitive);
            option->text = (bearer ? option->text.left(7) : QString()) + QString(8, QChar(0x2022));
        }
        if (index.column() == 0 && name.isEmpty() && index.row() == index.model()->rowCount() - 1) {
            option->text = placeholder_;
            option->font = theme().font(TextStyle::body);
            option->palette.setColor(QPalette::Text, theme().color(Role::placeholder));
        }
    }

private:
    const bool* revealed_;
    QString placeholder_;
};

} // namespace

KeyValueTable::KeyValueTable(bool editable, QWidget* parent)
    : QTableView(parent), model_(new QStandardItemModel(0, 2, this)), editable_(editable)
{
    model_->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    setModel(model_);
    auto* delegate = new SecretDelegate(&revealed_, this);
    if (editable)
        delegate->setPlaceholder(tr("Add a line"));
    setItemDelegate(delegate);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->resizeSection(0, 130);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setEditTriggers(editable ? QAbstractItemView::AllEditTriggers : QAbstractItemView::NoEditTriggers);
    connect(model_, &QStandardItemModel::itemChanged, this, [this] {
        if (quiet_)
            return;
        keepEmptyRow();
        Q_EMIT edited();
    });
    keepEmptyRow();
}

bool KeyValueTable::isSecret(const QString& name)
{
    static const QStringList secrets = {QStringLiteral("authorization"),
                                        QStringLiteral("proxy-authorization"), QStringLiteral("cookie"),
                                        QStringLiteral("set-cookie"), QStringLiteral("x-api-key")};
    return secrets.contains(name.trimmed(), Qt::CaseInsensitive);
}

void KeyValueTable::setRows(const KeyValues& rows)
{
    quiet_ = true;
    model_->setRowCount(0);
    for (const auto& [name, value] : rows) {
        QList<QStandardItem*> items = {new QStandardItem(name), new QStandardItem(value)};
        for (QStandardItem* item : items)
            item->setEditable(editable_);
        items[1]->setToolTip(isSecret(name) ? QString() : value);
        model_->appendRow(items);
    }
    quiet_ = false;
    keepEmptyRow();
}

KeyValues KeyValueTable::rows() const
{
    KeyValues rows;
    for (int i = 0; i < model_->rowCount(); ++i) {
        const QString name = model_->index(i, 0).data().toString().trimmed();
        const QString value = model_->index(i, 1).data().toString();
        if (!name.isEmpty())
            rows.append({name, value});
    }
    return rows;
}

void KeyValueTable::setRevealed(bool revealed)
{
    revealed_ = revealed;
    viewport()->update();
}

bool KeyValueTable::hasSecrets() const
{
    for (const auto& [name, value] : rows())
        if (isSecret(name) && !value.isEmpty())
            return true;
    return false;
}

void KeyValueTable::keepEmptyRow()
{
    if (!editable_)
        return;
    const int last = model_->rowCount() - 1;
    const bool empty = last >= 0 && model_->index(last, 0).data().toString().isEmpty() &&
                       model_->index(last, 1).data().toString().isEmpty();
    if (empty)
        return;
    quiet_ = true;
    model_->appendRow({new QStandardItem, new QStandardItem});
    quiet_ = false;
}

void KeyValueTable::keyPressEvent(QKeyEvent* event)
{
    const QModelIndexList picked = selectionModel()->selectedRows();
    if (event->matches(QKeySequence::Copy)) {
        QStringList lines;
        for (const QModelIndex& index : picked)
            lines << index.data().toString() + QStringLiteral(": ") +
                         index.siblingAtColumn(1).data().toString();
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
        return;
    }
    if (editable_ && event->key() == Qt::Key_Delete && !picked.isEmpty()) {
        QList<int> numbers;
        for (const QModelIndex& index : picked)
            numbers << index.row();
        std::sort(numbers.rbegin(), numbers.rend());
        for (const int row : numbers)
            model_->removeRow(row);
        keepEmptyRow();
        Q_EMIT edited();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace gatehouse::ui
