#pragma once

#include "engine/api/contract.h"

#include <QWidget>

namespace gatehouse::ui {

class TextLabel;
class TraceTree;

/// The decision trace of the tried request, below its revision and traceparent.
class TraceView : public QWidget
{
    Q_OBJECT
public:
    explicit TraceView(QWidget* parent = nullptr);
    void showTrace(const api::DecisionTrace& trace);
    void showNone(const QString& why);
    int stepCount() const;

Q_SIGNALS:
    void stepChosen(int index); ///< by a person; -1 = none

private:
    TextLabel* about_;
    TraceTree* steps_;
};

} // namespace gatehouse::ui
