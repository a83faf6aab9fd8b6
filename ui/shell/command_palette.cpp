#include "ui/shell/command_palette.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace gatehouse::ui {

namespace {

constexpr int noMatch = std::numeric_limits<int>::min();
constexpr int noteRole = Qt::UserRole + 1;
constexpr int actionRole = Qt::UserRole + 2;

/// The name at the left, shortcut or reason at the right in secondary text.
class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        painter->save();
        painter->setFont(theme().font(TextStyle::caption));
        painter->setPen(theme().color(Role::textSecondary));
        painter->drawText(option.rect.adjusted(8, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter,
                          index.data(noteRole).toString());
        painter->restore();
    }
};

QString nameOf(const QAction& action)
{
    QString name = action.text();
    return name.remove(QLatin1Char('&'));
}

} // namespace

int fuzzyScore(const QString& query, const QString& text)
{
    int score = 0;
    int at = 0;
    int last = -2;
    for (const QChar c : query) {
        if (c.isSpace())
            continue;
        int found = -1;
        for (int i = at; i < text.size(); ++i)
            if (text[i].toCaseFolded() == c.toCaseFolded()) {
                found = i;
                break;
            }
        if (found < 0)
            return noMatch;
        score += 1;
        if (found == last + 1)
            score += 3;
        if (found == 0 || !text[found - 1].isLetterOrNumber())
            score += 4;
        last = found;
        at = found + 1;
    }
    return score * 100 - int(text.size());
}

CommandPalette::CommandPalette(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent, Qt::Popup), actions_(actions), query_(new QLineEdit(this)), list_(new QListWidget(this))
{
    setObjectName(QStringLiteral("palette"));
    setWindowTitle(tr("Commands"));
    setAttribute(Qt::WA_DeleteOnClose);
    query_->setObjectName(QStringLiteral("palette.query"));
    query_->setPlaceholderText(tr("Type a command"));
    query_->setAccessibleName(tr("Command"));
    query_->installEventFilter(this);
    list_->setObjectName(QStringLiteral("palette.list"));
    list_->setAccessibleName(tr("Commands"));
    list_->setItemDelegate(new RowDelegate(list_));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setFrameShape(QFrame::NoFrame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(query_);
    column->addWidget(list_);
    resize(560, 380);
    connect(query_, &QLineEdit::textChanged, this, &CommandPalette::refresh);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::run);
    refresh();
    query_->setFocus();
}

void CommandPalette::setQuery(const QString& text)
{
    query_->setText(text);
}

QStringList CommandPalette::shown() const
{
    QStringList names;
    for (int i = 0; i < list_->count(); ++i)
        names << list_->item(i)->text();
    return names;
}

void CommandPalette::refresh()
{
    struct Match {
        QAction* action;
        int score;
    };
    std::vector<Match> matches;
    for (QAction* action : actions_) {
        const int score = fuzzyScore(query_->text(), nameOf(*action));
        if (score != noMatch)
            matches.push_back({action, score});
    }
    const bool asked = !query_->text().isEmpty();
    std::stable_sort(matches.begin(), matches.end(), [asked](const Match& a, const Match& b) {
        if (a.action->isEnabled() != b.action->isEnabled())
            return a.action->isEnabled();
        return asked && a.score > b.score;
    });
    list_->clear();
    for (const Match& match : matches) {
        auto* item = new QListWidgetItem(match.action->icon(), nameOf(*match.action), list_);
        QString note = match.action->shortcut().toString(QKeySequence::NativeText);
        if (!match.action->isEnabled()) {
            const QString why = match.action->whatsThis();
            note = why.isEmpty() ? tr("not available now") : why;
            item->setFlags(Qt::NoItemFlags);
        }
        item->setData(noteRole, note);
        item->setData(actionRole, QVariant::fromValue(match.action));
        item->setSizeHint(QSize(0, metrics::rowHeight));
    }
    list_->setCurrentRow(0);
}

void CommandPalette::run()
{
    const QListWidgetItem* item = list_->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    const QPointer<QAction> action = item->data(actionRole).value<QAction*>();
    accept();
    QTimer::singleShot(0, qApp, [action] {
        if (action)
            action->trigger();
    });
}

bool CommandPalette::eventFilter(QObject* object, QEvent* event)
{
    if (object == query_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            run();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            const int step = key == Qt::Key_Down       ? 1
                             : key == Qt::Key_Up       ? -1
                             : key == Qt::Key_PageDown ? 10
                                                       : -10;
            list_->setCurrentRow(std::clamp(list_->currentRow() + step, 0, std::max(0, list_->count() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(object, event);
}

} // namespace gatehouse::ui
