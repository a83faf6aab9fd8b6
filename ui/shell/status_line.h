#pragma once

#include "ui/shell/context.h"

#include <QJsonObject>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace gatehouse::ui {

class StateBadge;
class TextLabel;

/// The bottom line: engine, revision, rate, errors, p99; where it listens, what the engine costs, problems.
class StatusLine : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(Context context, QWidget* parent = nullptr);
    QJsonObject readOuts() const;

Q_SIGNALS:
    void problemsAsked();

protected:
    void paintEvent(QPaintEvent*) override;

private:
    TextLabel* addLabel(QHBoxLayout* row, const QString& name);
    void refreshEngine();
    void refreshRevision();
    void refreshNumbers();
    void refreshProblems();

    Context context_;
    StateBadge* engine_;
    TextLabel* revision_;
    TextLabel* rate_;
    TextLabel* errors_;
    TextLabel* p99_;
    StateBadge* reach_;
    TextLabel* cost_;
    QToolButton* problems_;
    Now shown_;
    int turn_ = 0;
};

/// "Engine running", and its state; also for banners.
QString engineStateText(EngineClient::State state);

} // namespace gatehouse::ui
