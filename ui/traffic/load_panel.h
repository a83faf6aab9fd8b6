#pragma once

#include "ui/client/engine_client.h"
#include "ui/client/live_store.h"
#include "ui/traffic/load_presenter.h"

#include <QJsonObject>
#include <QWidget>

class QAction;
class QFormLayout;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace gatehouse::ui {

class Banner;
class Document;
class MixList;
class NumberField;
class PlanBar;
class SectionHeader;
class SegmentedControl;
class StateBadge;
class TextLabel;

/// The load generator: a plan of the workspace (every change is an edit of the document), the run's numbers,
/// and the page's one primary button.
class LoadPanel : public QWidget
{
    Q_OBJECT
public:
    LoadPanel(Document& document, EngineClient& engine, LiveStore& live, QWidget* parent = nullptr);

    QAction* startAction() const
    {
        return start_;
    } ///< Start load or Stop load; disabled, its tooltip says why
    PlanBar* planBar() const { return planBar_; } ///< for the page's bar, which takes it over
    QJsonObject readOuts() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildHead(QVBoxLayout& column);
    QWidget* buildPlan();
    QWidget* buildRun();
    void buildFoot(QVBoxLayout& column);
    NumberField* addNumber(QFormLayout& form, const QString& label, const QString& id, double least,
                           double most, int decimals, const QString& unit,
                           std::function<void(workspace::LoadPlan&, double)> set);
    void editPlan(const QString& name,
                  const std::function<void(workspace::Workspace&, workspace::LoadPlan&)>& change,
                  const QString& mergeKey);
    void refreshPlan();
    void refreshRun();
    void refreshStart();
    void toggleRun();
    void took(const Reply<api::LoadState>& reply);
    QString problemText(const TargetProblem& problem) const;

    Document& document_;
    EngineClient& engine_;
    LiveStore& live_;
    workspace::LoadPlan plan_;
    LoadTargets targets_;
    std::map<std::string, std::vector<double>> weightsBefore_; ///< of routes taken out, to put them back
    bool asked_ = false;                                       ///< a call is under way

    QAction* start_;
    PlanBar* planBar_;
    StateBadge* badge_;
    Banner* notice_;
    NumberField* rate_;
    NumberField* ramp_;
    NumberField* duration_;
    NumberField* inFlight_;
    NumberField* seed_;
    SegmentedControl* arrivals_;
    SectionHeader* mixHead_;
    MixList* mix_;
    QProgressBar* progress_;
    TextLabel* elapsed_;
    TextLabel* percent_;
    std::vector<std::pair<QString, TextLabel*>> numbers_; ///< by the member's name
    QPushButton* button_;
};

} // namespace gatehouse::ui
