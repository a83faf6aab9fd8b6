#pragma once

#include "engine/api/contract.h"

#include <QString>

namespace gatehouse::ui {

/// A step of a decision trace as a sentence in the language of the interface, made of its code and args; the
/// engine's English where a code is new.
QString traceText(const api::TraceStep& step);

/// What the record of a request alone tells, as the steps of a trace: no reasons, no times of the steps.
api::DecisionTrace recordedSteps(const api::RequestRow& row);

/// Who answered instead of a backend (RequestRow::refusedBy): "no route", "connect time-out" …
QString refusalText(const std::string& name);

} // namespace gatehouse::ui
