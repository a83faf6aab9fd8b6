#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QToolButton;

namespace gatehouse::ui
{

/// The 36 px bar over a page: title, controls from the left, a stretch, controls at the right. 8 px between.
class PageBar : public QWidget
{
    Q_OBJECT
public:
    explicit PageBar(const QString& title, QWidget* parent = nullptr);
    void addWidget(QWidget* widget);
    QToolButton* addAction(QAction* action, bool withText = false);
    void addSeparator();
    void addStretch(); ///< what follows stands at the right
    using QWidget::addAction;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QHBoxLayout* row_;
};

} // namespace gatehouse::ui
