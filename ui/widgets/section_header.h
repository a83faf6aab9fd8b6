#pragma once

#include "ui/widgets/theme.h"

#include <QAbstractButton>

class QHBoxLayout;

namespace gatehouse::ui
{

/// "⌄ Filters 2 ……… +": the head of a collapsible part of an inspector. A toggle button for the keyboard and
/// a screen reader; checked = open. Buttons added at its end are its own children.
class SectionHeader : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SectionHeader(const QString& title, QWidget* parent = nullptr);
    void setBody(QWidget* body);       ///< shown while open; not owned
    void setCount(int count);          ///< < 0 = none
    void setNote(const QString& note); ///< secondary text at the right, e.g. "last 60 s"
    QAbstractButton* addButton(const QString& iconName,
                               const QString& accessibleName); ///< caller connects clicked
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QHBoxLayout* tail_;
    int count_ = -1;
    QString note_;
};

} // namespace gatehouse::ui
