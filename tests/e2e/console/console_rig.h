#pragma once

#include "app/console/console.h"

#include "engine/http/client.h"
#include "ui/shell/main_window.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace gatehouse::tests {

constexpr int limit_ms = 30'000;

/// The console as a person has it: the window with its pages, a document, and an engine of its own as child.
/// Settings and workspaces lie in a temporary folder.
class ConsoleRig
{
public:
    explicit ConsoleRig(ui::EngineClient::Options engine = realEngine());
    ~ConsoleRig();
    static ui::EngineClient::Options realEngine();

    /// A copy of the demo workspace in the rig's folder, opened; the engine is started.
    void openBookshop();
    void open(const QString& file); ///< opened; the engine is started
    bool serves(); ///< waits until the engine serves exactly this document, its demo services included

    ui::MainWindow& window() { return *window_; }
    ui::Document& document() { return console_.document(); }
    ui::EngineClient& engine() { return console_.engine(); }
    ui::LiveStore& live() { return console_.live(); }
    QString folder() const { return folder_.path(); }
    QString bookshop() const { return folder_.filePath(QStringLiteral("bookshop.gatehouse.json")); }

    /// The widget of that object name that can be seen, else the first; there has to be one.
    template <class Widget>
    Widget* find(const QString& name)
    {
        const auto all = window_->findChildren<Widget*>(name);
        for (Widget* one : all)
            if (one->isVisible())
                return one;
        if (all.isEmpty())
            qFatal("nothing is called %s", qPrintable(name));
        return all.first();
    }
    QString text(const QString& name);                   ///< of a label, badge, field or banner
    void click(const QString& name);                     ///< with the left button, in its middle
    void type(const QString& name, const QString& text); ///< over what stands there, with Enter

    std::uint16_t port(const char* listener); ///< 0 = isn't bound
    http::ClientResult ask(const char* listener, http::ClientRequest request);
    int status(const char* listener, const char* target); ///< 0 = no answer

private:
    QTemporaryDir folder_;
    console::Console console_;
    std::unique_ptr<ui::MainWindow> window_;
};

} // namespace gatehouse::tests
