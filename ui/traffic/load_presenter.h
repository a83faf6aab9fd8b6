#pragma once

#include "engine/api/contract.h"
#include "engine/workspace/model.h"

#include <QString>

#include <map>
#include <string>
#include <vector>

/// The load generator's panel without its widgets: the mix as one row a route, edits of it, and the concrete
/// requests that a plan means.
namespace gatehouse::ui {

struct MixRow {
    std::string route; ///< key
    bool on = false;
    double weight = 0;    ///< sum over the route's shares
    double percent = 0;   ///< of all weights
    int kinds = 0;        ///< of requests that the mix names for it; 0 = its own example
    bool missing = false; ///< the mix names it, the workspace doesn't have it
};

/// One row a route of the workspace, in its order, then those that the mix alone knows. An empty mix means
/// every route that answers GET, in equal parts.
std::vector<MixRow> mixRows(const workspace::Workspace& workspace, const workspace::LoadPlan& plan);

/// Gives `route` this share of the mix by changing its weights alone; the others keep theirs. Several kinds
/// of requests keep their proportions. 0 … 99 per cent (100 where nothing else is in the mix means no
/// change).
void setPercent(const workspace::Workspace& workspace, workspace::LoadPlan& plan, const std::string& route,
                double percent);

/// Out: all its weights 0. In: `back` (weights as they were, if known), else the mean weight of the others.
void setInMix(const workspace::Workspace& workspace, workspace::LoadPlan& plan, const std::string& route,
              bool in, const std::vector<double>& back = {});
std::vector<double> weightsOf(const workspace::LoadPlan& plan, const std::string& route);

/// Why a share can't be sent.
struct TargetProblem {
    enum class Why { routeMissing, noExample, listenerDown };
    std::string route;
    Why why = Why::routeMissing;
    bool operator==(const TargetProblem&) const = default;
};

struct LoadTargets {
    std::vector<api::LoadTarget> mix;
    std::vector<TargetProblem> problems; ///< shares left out
};

/// One target a share with a weight: its own request or the route's example, on the listener that the example
/// goes to. `serving`: listeners that the engine has bound; where a route's listener isn't among them its
/// shares are left out.
LoadTargets loadTargets(const workspace::Workspace& workspace, const workspace::LoadPlan& plan,
                        const std::vector<api::ListenerState>& serving);

api::LoadParams loadParams(const workspace::LoadPlan& plan, std::vector<api::LoadTarget> mix);

/// The plan of that name, else the first, else one with the defaults.
workspace::LoadPlan planNamed(const workspace::Workspace& workspace, const std::string& name);
/// The same to edit; added where it isn't there yet.
workspace::LoadPlan& planToEdit(workspace::Workspace& workspace, const workspace::LoadPlan& shown);

// ---- the plans as a list; each of these is one edit of the document

/// "Load", "Load 2" …: the first that no plan has. At most 100 characters.
std::string freePlanName(const workspace::Workspace& workspace, const std::string& wanted);
/// Why a plan can't have the name, for the field it is typed into.
enum class PlanName { good, empty, tooLong, taken };
PlanName checkPlanName(const workspace::Workspace& workspace, const std::string& now,
                       const std::string& wanted);
/// A copy of `plan` after it (or at the end), under a free name, which is returned.
std::string duplicatePlan(workspace::Workspace& workspace, workspace::LoadPlan plan);
/// A plan with the defaults and an empty mix (every route that answers GET), at the end; returns its name.
std::string addPlan(workspace::Workspace& workspace, const std::string& wanted);
void removePlan(workspace::Workspace& workspace, const std::string& name);

/// 0 … 1 of the run.
double runShare(const api::LoadState& load);
bool isActive(const api::LoadState& load); ///< running or stopping

} // namespace gatehouse::ui
