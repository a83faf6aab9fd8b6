#pragma once

#include "engine/control/calls.h"

/// The calls that the services process does the work of.
namespace gatehouse::control {

void startLoad(Engine& engine, const api::LoadParams& params, const Answer& answer);
void stopLoad(Engine& engine, const api::Nothing& params, const Answer& answer);
void layOut(Engine& engine, const api::LayoutParams& params, const Answer& answer);

} // namespace gatehouse::control
