#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace gatehouse::ui
{

/// The 2 px ring around whatever has the keyboard, outside the control with a 1 px gap, never covered. After
/// a click it is shown on text fields alone; after a key on everything. Style draws it (CE_FocusFrame).
class FocusRing : public QObject
{
    Q_OBJECT
public:
    static void watch(); ///< one per application
    /// A widget that shows its own focus (a canvas, an item view's row) says so with the property
    /// "ownFocusRing".
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    explicit FocusRing(QObject* parent);
    void follow(QWidget* widget);
    bool byKey_ = false;
    QPointer<QFocusFrame> frame_;
};

} // namespace gatehouse::ui
