#pragma once

#include "tests/support/fake_engine.h"

#include "ui/canvas/canvas_view.h"
#include "ui/routes/routes_page.h"
#include "ui/shell/context.h"

#include <QLineEdit>
#include <QUndoStack>

#include <memory>

namespace gatehouse::tests {

/// The Routes page with its bar and inspector in a window, on the Bookshop workspace. The engine at the other
/// end reads and checks what it is sent as the real one does, and serves nothing.
struct RoutesBench {
    explicit RoutesBench(const QString& document = bookshop());

    FakeEngine* fake = new FakeEngine; ///< the client's device holds the other end of its pipe
    ui::EngineClient engine;
    ui::LiveStore live;
    ui::Document document{engine};
    ui::Selection selection;
    std::unique_ptr<QWidget> window;
    ui::RoutesPage* page = nullptr;
    ui::CanvasView* canvas = nullptr;

    ~RoutesBench();

    static QString bookshop();
    template <class T = QWidget>
    T* find(const QString& name)
    {
        // What was just replaced still waits for its deletion, without being shown.
        for (T* found : window->findChildren<T*>(name)) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    /// A field of the inspector by its pointer.
    template <class T = QLineEdit>
    T* field(const QString& pointer)
    {
        return find<T>(QStringLiteral("routes.inspector.") + QString(pointer).replace(u'/', u'.'));
    }
    bool waitUntilServing();
    void choose(const QString& key); ///< by a click on the canvas
    QPoint centreOf(const QString& key) const;
    void drag(QPoint from, QPoint to);                ///< on the canvas
    void drop(const QString& item, QPoint at);        ///< as a drag from the palette ends
    void type(QLineEdit* field, const QString& text); ///< over what is there
    QString undoText() { return document.undoStack()->undoText(); }
    const workspace::HttpRoute& route(const char* name) const;
    QString problemAt(QWidget* field) const { return field->accessibleDescription(); }
    /// One tenth of a second of telemetry in which `route` sent `requests` to `service`.
    void frame(const char* route, const char* service, int requests);

private:
    double at_ms_ = 1'772'359'200'000;
    std::int64_t sequence_ = 0;
    std::int64_t sent_ = 0;
};

} // namespace gatehouse::tests
