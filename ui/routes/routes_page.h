#pragma once

#include "ui/routes/canvas_model.h"
#include "ui/routes/routes_edits.h"
#include "ui/shell/context.h"
#include "ui/shell/page.h"

class QListWidget;
class QTimer;
class QTreeWidget;
class QTreeWidgetItem;

namespace gatehouse::ui {

class CanvasView;
class FilterEdit;
class Inspector;
class PageBar;
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

private:
    void buildActions();
    void buildBar();
    QWidget* buildList();
    QWidget* buildPalette();
    void connectCanvas();

    void refresh();     ///< document, problems or answers changed
    void refreshLive(); ///< numbers alone
    void showTree(const QList<TreeEntry>& groups);
    void showServing();
    RoutesFacts facts() const;
    void apply(const RoutesEdit& edit);
    void add(const QString& item);
    void offerTargets(const QString& from);
    void showMenu(const QPoint& at);
    void layOut();
    void copy();
    void paste();
    QAction* addAct(const QString& id, const QString& text, const QString& icon, const QKeySequence& keys,
                    std::function<void()> act);

    Context context_;
    ProblemIndex problems_;
    CanvasView* canvas_;
    Inspector* inspector_;
    TryPanel* try_;
    QSet<QString> lit_;
    PageBar* bar_ = nullptr;
    StateBadge* serving_ = nullptr;
    FilterEdit* filter_ = nullptr;
    QTreeWidget* tree_ = nullptr;
    QHash<QString, QTreeWidgetItem*> rows_;
    QStringList treeKeys_;
    QListWidget* palette_ = nullptr;
    QTimer* live_ = nullptr;
    QList<QAction*> actions_;
    QHash<QString, QAction*> actionById_;
    bool showsLive_ = true;
    bool refreshing_ = false;
};

} // namespace gatehouse::ui
