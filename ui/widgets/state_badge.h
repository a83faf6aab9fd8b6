#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

namespace gatehouse::ui
{

/// Shape + word, on the state's tint ("Serving"). The word is also its accessible name.
class StateBadge : public QWidget
{
    Q_OBJECT
public:
    explicit StateBadge(QWidget* parent = nullptr);
    void setState(State state, const QString& word);
    void setFlat(bool flat); ///< no tint: for bars and the status line
    State state() const { return state_; }
    QString word() const { return word_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void changeEvent(QEvent*) override;

private:
    State state_ = State::off;
    QString word_;
    bool flat_ = false;
};

} // namespace gatehouse::ui
