#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace gatehouse::ui
{

/// One of a few ("Canvas | Text | Both"). Left and right arrows move; each part is a radio button to a screen
/// reader.
class SegmentedControl : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget* parent = nullptr);
    QAbstractButton* addSegment(const QString& id, const QString& text, const QString& iconName = {});
    void setCurrent(const QString& id); ///< no signal
    QString current() const;

Q_SIGNALS:
    void chosen(const QString& id); ///< by a person

private:
    QButtonGroup* group_;
};

} // namespace gatehouse::ui
