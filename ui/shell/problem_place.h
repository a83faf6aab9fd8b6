#pragma once

#include "engine/api/contract.h"
#include "engine/workspace/model.h"
#include "ui/client/engine_client.h"

#include <QString>

namespace gatehouse::ui {

/// Where a problem's pointer lies: the node's key and the field inside it ("rules/0/matches/0/path/value").
/// Both empty: the document as a whole.
struct Place {
    QString key;
    QString field;
    QString keyAndField() const { return field.isEmpty() ? key : key + QLatin1Char('#') + field; }
};
Place placeOf(const workspace::Workspace& workspace, const std::string& pointer);

/// The problem's words in the language of the interface, by its code and args; the engine's English where a
/// code is new.
QString problemText(const api::ProblemInfo& problem);
QString problemHint(const api::ProblemInfo& problem);

/// A sentence that the engine sends where no code stands (why no answer came, why a load stopped), in the language of
/// the interface where it is known.
QString engineText(const std::string& english);
/// Why a call failed, for a person.
QString callErrorText(const CallError& error);

} // namespace gatehouse::ui
