#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace gatehouse::ui
{

/// A notice in the page, never a dialog: shape, words, one action, and a cross to put it away.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);
    void showNotice(State state, const QString& text, const QString& action = {});
    QString text() const;
    State state() const { return state_; }
    void setClosable(bool closable);

Q_SIGNALS:
    void actionTriggered();
    void closed();

protected:
    void paintEvent(QPaintEvent*) override;
    void changeEvent(QEvent*) override;

private:
    void refresh();
    State state_ = State::info;
    QLabel* icon_;
    QLabel* text_;
    QPushButton* action_;
    QToolButton* close_;
};

} // namespace gatehouse::ui
