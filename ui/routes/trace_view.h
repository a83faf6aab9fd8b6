#pragma once

#include "engine/api/contract.h"

#include <QWidget>

#include <optional>

class QTreeWidget;

namespace gatehouse::ui {

class TextLabel;

/// The decision trace of one request: every step that the gateway took, in order, with its verdict and time.
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
    QTreeWidget* steps_;
};

} // namespace gatehouse::ui
