#pragma once

#include <QWidget>

namespace gatehouse::ui {

/// Lies over a canvas without routes: what belongs there, one button, and the way to the demo.
class EmptyRoutes : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyRoutes(QWidget* canvas); ///< keeps to its middle

Q_SIGNALS:
    void addAsked();
    void demoAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
};

} // namespace gatehouse::ui
