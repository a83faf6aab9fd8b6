#include "ui/widgets/focus_ring.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>

namespace gatehouse::ui
{

void FocusRing::watch()
{
    if (qApp->findChild<FocusRing*>())
        return;
    auto* ring = new FocusRing(qApp);
    qApp->installEventFilter(ring);
    connect(qApp, &QApplication::focusChanged, ring, [ring](QWidget*, QWidget* now) { ring->follow(now); });
}

FocusRing::FocusRing(QObject* parent) : QObject(parent) {}

bool FocusRing::eventFilter(QObject*, QEvent* event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    const bool mouse = event->type() == QEvent::MouseButtonPress;
    if (key != byKey_ && (key || mouse)) {
        byKey_ = key;
        follow(QApplication::focusWidget());
    }
    return false;
}

void FocusRing::follow(QWidget* widget)
{
    const bool wanted =
        widget && !widget->isWindow() && !qobject_cast<QMenu*>(widget) && !qobject_cast<QMenuBar*>(widget) &&
        !widget->property("ownFocusRing").toBool() &&
        (byKey_ || qobject_cast<QLineEdit*>(widget) || qobject_cast<QAbstractSpinBox*>(widget));
    if (!wanted) {
        delete frame_;
        return;
    }
    // The line edit inside a spin or combo box is not a control of its own.
    QWidget* parent = widget->parentWidget();
    QWidget* control = qobject_cast<QLineEdit*>(widget) &&
                               (qobject_cast<QAbstractSpinBox*>(parent) || parent->inherits("QComboBox"))
                           ? parent
                           : widget;
    if (frame_ && frame_->widget() == control)
        return;
    delete frame_;
    frame_ = new QFocusFrame(control);
    frame_->setAttribute(Qt::WA_TransparentForMouseEvents);
    frame_->setWidget(control);
}

} // namespace gatehouse::ui
