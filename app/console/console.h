#pragma once

#include "ui/shell/context.h"

#include <QString>

#include <memory>

namespace gatehouse::ui {
class MainWindow;
}

namespace gatehouse::console {

/// All of the console but the program around it: the engine's client, what it tells, the document and the
/// selection, wired to each other. GUI thread; outlives its windows.
class Console
{
public:
    explicit Console(ui::EngineClient::Options engine = {});

    ui::EngineClient& engine() { return engine_; }
    ui::LiveStore& live() { return live_; }
    ui::Document& document() { return document_; }
    ui::Context context() { return {document_, engine_, live_, selection_}; }

    /// A window with every page, in the rail's order; not shown yet.
    std::unique_ptr<ui::MainWindow> makeWindow();

    /// Opens `file` in the window; where it is empty, the last file, else the demo as an unsaved copy.
    void openFirst(ui::MainWindow& window, const QString& file);

private:
    ui::EngineClient engine_;
    ui::LiveStore live_;
    ui::Document document_{engine_};
    ui::Selection selection_;
};

} // namespace gatehouse::console
