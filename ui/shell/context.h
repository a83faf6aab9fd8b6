#pragma once

#include "ui/client/engine_client.h"
#include "ui/client/live_store.h"
#include "ui/shell/document.h"
#include "ui/shell/selection.h"

namespace gatehouse::ui {

/// What every page works with. References outlive the pages.
struct Context {
    Document& document;
    EngineClient& engine;
    LiveStore& live;
    Selection& selection;
};

} // namespace gatehouse::ui
