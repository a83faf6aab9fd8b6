#include "ui/routes/canvas_find.h"

#include "ui/canvas/canvas_view.h"

#include <QKeyEvent>

namespace gatehouse::ui {

CanvasFind::CanvasFind(CanvasView& canvas, QWidget* parent) : FilterEdit(parent), canvas_(canvas)
{
    setObjectName(QStringLiteral("routes.find"));
    setPlaceholderText(tr("Find on canvas"));
    setAccessibleName(tr("Find on canvas"));
    setToolTip(tr("Find on canvas (%1): Enter for the next, Shift+Enter for the one before")
                   .arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    setFixedWidth(200);
    connect(this, &FilterEdit::filterChanged, this, [this] {
        showCount();
        go(0);
    });
}

void CanvasFind::begin()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
    showCount();
}

QStringList CanvasFind::found() const
{
    QHash<QString, QString> texts;
    for (const CanvasNode& node : canvas_.diagram().nodes)
        texts.insert(node.key, node.title + u' ' + node.subtitle);
    QStringList keys;
    for (const QString& key : canvas_.readingOrder()) {
        if (texts.value(key).contains(text(), Qt::CaseInsensitive))
            keys.append(key);
    }
    return keys;
}

void CanvasFind::showCount()
{
    setCounts(text().isEmpty() ? -1 : found().size(), text().isEmpty() ? -1 : canvas_.diagram().nodes.size());
}

/// To the next one found; by 0: stay where the current one is among them.
void CanvasFind::go(int by)
{
    const QStringList keys = found();
    if (text().isEmpty() || keys.isEmpty())
        return;
    const int count = int(keys.size());
    const int at = int(keys.indexOf(canvas_.currentKey()));
    const int next = at < 0 ? (by < 0 ? count - 1 : 0) : (at + by + count) % count;
    canvas_.setCurrentKey(keys[next]);
}

void CanvasFind::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        showCount();
        return go(event->modifiers() & Qt::ShiftModifier ? -1 : +1);
    }
    if (event->key() == Qt::Key_Escape && text().isEmpty())
        return canvas_.setFocus(Qt::ShortcutFocusReason);
    FilterEdit::keyPressEvent(event);
}

} // namespace gatehouse::ui
