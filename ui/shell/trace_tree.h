#pragma once

#include "engine/api/contract.h"

#include <QTreeWidget>

namespace gatehouse::ui {

/// The steps of a decision trace, in order: verdict, sentence, time. Sentences wrap; routes that were passed over
/// stand below the one that won. Chosen by mouse or keys; Ctrl+C copies the step's sentence.
class TraceTree : public QTreeWidget
{
    Q_OBJECT
public:
    explicit TraceTree(QWidget* parent = nullptr);
    void showTrace(const api::DecisionTrace& trace);
    void showNone(const QString& why); ///< a sentence instead of steps
    int stepCount() const;

Q_SIGNALS:
    void stepChosen(int index); ///< in the trace, by a person; -1 = none

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;

private:
    void copySteps(bool all) const;
    void dressRows(); ///< colours and fonts of the theme; words beside passed-over routes where there is room
};

} // namespace gatehouse::ui
