#pragma once

#include "ui/client/engine_client.h"

#include <QWidget>

class QTabWidget;

namespace gatehouse::ui {

class ElidedLabel;
class KeyValueTable;
class StateBadge;
class TextLabel;
class TraceTree;

/// One request of the log: the decision trace (asked of the engine; only some are kept, and it says so), its
/// timing and its identifiers.
class RequestDetail : public QWidget
{
    Q_OBJECT
public:
    explicit RequestDetail(EngineClient& engine, QWidget* parent = nullptr);
    void show(const api::RequestRow& row); ///< id 0 = none
    using QWidget::show;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeDecision();
    void showNote(const QString& title, const QString& why); ///< below the steps; empty = none
    void fillTiming(const api::RequestRow& row);
    void fillIdentifiers(const api::RequestRow& row);

    EngineClient& engine_;
    std::uint64_t shown_ = 0;
    ElidedLabel* title_;
    StateBadge* status_;
    QTabWidget* tabs_;
    TraceTree* steps_;
    QWidget* note_;
    TextLabel* noteTitle_;
    TextLabel* noteText_;
    KeyValueTable* timing_;
    KeyValueTable* identifiers_;
};

} // namespace gatehouse::ui
