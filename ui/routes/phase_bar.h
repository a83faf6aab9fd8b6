#pragma once

#include "ui/routes/try_request.h"

#include <QWidget>

namespace gatehouse::ui {

/// The phases of one request as parts of a bar, each with its name and time below. Its accessible name says
/// the same in words.
class PhaseBar : public QWidget
{
    Q_OBJECT
public:
    explicit PhaseBar(QWidget* parent = nullptr);
    void setPhases(const QList<Phase>& phases);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString words() const;
    void paintWords(QPainter& painter, const QRect& place) const;
    QList<Phase> phases_;
};

} // namespace gatehouse::ui
