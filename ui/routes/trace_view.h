#pragma once

#include "engine/api/contract.h"

#include <QWidget>

namespace gatehouse::ui {

class TextLabel;
class TraceTree;

/// The decision trace of the tried request, below its revision and traceparent; or where a request that was not
/// sent would go.
class TraceView : public QWidget
{
    Q_OBJECT
public:
    explicit TraceView(QWidget* parent = nullptr);
    void showTrace(const api::DecisionTrace& trace);
    void showForecast(const api::DecisionTrace& trace); ///< of a request that wasn't sent
    void showNone(const QString& why);
    int stepCount() const;

Q_SIGNALS:
    void stepChosen(int index); ///< by a person; -1 = none

private:
    TextLabel* title_;
    TextLabel* about_;
    TraceTree* steps_;
};

} // namespace gatehouse::ui
