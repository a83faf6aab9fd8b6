#pragma once

#include "ui/routes/canvas_model.h"
#include "ui/routes/routes_edits.h"
#include "ui/shell/context.h"
#include "ui/shell/page.h"

class QTimer;

namespace gatehouse::ui {

class Banner;
class CanvasFind;
class CanvasView;
class EmptyRoutes;
class Inspector;
class PageBar;
class PalettePane;
class RoutesList;
class StateBadge;
class TryPanel;

/// Listeners, routes and services as a list and as a canvas that are edited while they serve.
class RoutesPage : public Page
{
    Q_OBJECT
public:
    explicit RoutesPage(Context context, QWidget* parent = nullptr);
    ~RoutesPage() override;

    QString id() const override { return QStringLiteral("routes"); }
    QString title() const override { return tr("Routes"); }
    QString iconName() const override { return QStringLiteral("route"); }
    QWidget* bar() override;
    QWidget* inspector() override;
    QList<BottomTab> bottomTabs() override;
    QList<QAction*> actions() override { return actions_; }
    void goTo(const QString& keyAndField) override;
    bool knows(const QString& key) const override;
    QJsonObject readOuts() const override;
    void prepareForPicture() override;
    bool readyForPicture() const override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void arrangeParts();
    void buildActions();
    void buildNodeActions();
    void buildArrangeActions();
    void buildBar();
    void connectCanvas();
    void connectParts();
    QAction* addAct(const QString& id, const QString& text, const QString& icon, const QKeySequence& keys,
                    std::function<void()> act);
    QAction* windowAction(const char* name) const;

    void refresh();     ///< document, problems or answers changed
    void refreshLive(); ///< numbers alone
    void refreshActions();
    void showServing();
    void showSelection(const QString& key);
    RoutesFacts facts() const;
    void apply(const RoutesEdit& edit);
    void add(const QString& item);
    void inspect(const QString& key); ///< puts the focus on its first field
    void showInspector();
    void offerTargets(const QString& from);
    void showMenu(const QPoint& at);
    void layOut();
    void sayLayoutFailed(const CallError& error);
    void openDemo();
    void copy();
    void paste();

    Context context_;
    ProblemIndex problems_;
    CanvasView* canvas_;
    Inspector* inspector_;
    TryPanel* try_;
    Banner* notice_;
    RoutesList* list_;
    PalettePane* palette_;
    QTimer* live_;
    EmptyRoutes* empty_ = nullptr;
    PageBar* bar_ = nullptr;
    StateBadge* serving_ = nullptr;
    CanvasFind* find_ = nullptr;
    QSet<QString> lit_;
    QList<QAction*> actions_;
    QList<QAction*> arrange_;
    QHash<QString, QAction*> actionById_;
    bool showsLive_ = true;
};

} // namespace gatehouse::ui
