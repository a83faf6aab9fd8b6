#include "ui/routes/routes_page.h"

#include "ui/canvas/canvas_view.h"
#include "ui/routes/canvas_find.h"
#include "ui/routes/inspector.h"
#include "ui/routes/palette_pane.h"
#include "ui/routes/part_menu.h"
#include "ui/shell/file_actions.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/page_bar.h"
#include "ui/widgets/state_badge.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QToolButton>

#include <cmath>

/// The page's actions: what the menu, the command palette, the bar and the canvas's own menu offer.
namespace gatehouse::ui {

QAction* RoutesPage::addAct(const QString& id, const QString& text, const QString& iconName,
                            const QKeySequence& keys, std::function<void()> act)
{
    auto* action = new QAction(icon(iconName), text, this);
    action->setObjectName(QStringLiteral("routes.action.") + id);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
    addAction(action);
    actions_.append(action);
    actionById_.insert(id, action);
    return action;
}

void RoutesPage::buildActions()
{
    const QHash<QString, QString> words{{palette::listener, tr("Add listener")},
                                        {palette::route, tr("Add route")},
                                        {palette::service, tr("Add service")},
                                        {palette::version, tr("Add version")},
                                        {palette::redirect, tr("Add redirect")}};
    for (const PalettePane::Item& item : PalettePane::items())
        addAct(QStringLiteral("add.") + item.id, words.value(item.id), item.iconName, {},
               [this, id = item.id] { add(id); });
    buildNodeActions();
    buildArrangeActions();
    addAct(QStringLiteral("layout"), tr("Lay out"), QStringLiteral("workflow"), {}, [this] { layOut(); });
    QAction* live = addAct(QStringLiteral("live"), tr("Live"), QStringLiteral("activity"), {}, [this] {
        showsLive_ = actionById_.value(QStringLiteral("live"))->isChecked();
        canvas_->setLive(showsLive_);
        refreshLive();
    });
    live->setCheckable(true);
    live->setChecked(true);
    QAction* find = addAct(QStringLiteral("find"), tr("Find on canvas"), QStringLiteral("search"),
                           QKeySequence::Find, [this] { find_->begin(); });
    find->setShortcutContext(Qt::WindowShortcut); // the field stands in the shell's bar
    addAct(QStringLiteral("inspect"), tr("Edit in the inspector"), QStringLiteral("pencil"),
           QKeySequence(Qt::CTRL | Qt::Key_E), [this] { inspect(canvas_->currentKey()); });
}

void RoutesPage::buildNodeActions()
{
    const auto chosen = [this] { return canvas_->selectedKeys(); };
    addAct(QStringLiteral("connect"), tr("Connect to…"), QStringLiteral("link"), {},
           [this] { offerTargets(canvas_->currentKey()); });
    addAct(QStringLiteral("duplicate"), tr("Duplicate"), QStringLiteral("copy"),
           QKeySequence(Qt::CTRL | Qt::Key_D),
           [=, this] { apply(duplicateNodes(context_.document.workspace(), chosen())); });
    addAct(QStringLiteral("copy"), tr("Copy"), QStringLiteral("clipboard"), QKeySequence::Copy,
           [this] { copy(); });
    addAct(QStringLiteral("paste"), tr("Paste"), QStringLiteral("clipboard-paste"), QKeySequence::Paste,
           [this] { paste(); });
    addAct(QStringLiteral("pin"), tr("Pin"), QStringLiteral("pin"), {},
           [=, this] { apply(pinNodes(context_.document.workspace(), chosen(), true)); });
    addAct(QStringLiteral("unpin"), tr("Unpin"), QStringLiteral("pin-off"), {},
           [=, this] { apply(pinNodes(context_.document.workspace(), chosen(), false)); });
    addAct(QStringLiteral("delete"), tr("Delete"), QStringLiteral("trash-2"), QKeySequence::Delete,
           [=, this] { apply(removeThings(context_.document.workspace(), chosen())); });
}

void RoutesPage::buildArrangeActions()
{
    const struct {
        QString text, iconName;
        Arrange how;
    } ways[] = {
        {tr("Align left"), QStringLiteral("align-start-vertical"), Arrange::left},
        {tr("Align right"), QStringLiteral("align-start-vertical"), Arrange::right},
        {tr("Align top"), QStringLiteral("align-start-horizontal"), Arrange::top},
        {tr("Align bottom"), QStringLiteral("align-start-horizontal"), Arrange::bottom},
        {tr("Distribute rows"), QStringLiteral("align-vertical-distribute-center"), Arrange::rows},
        {tr("Distribute columns"), QStringLiteral("align-horizontal-distribute-center"), Arrange::columns}};
    for (const auto& way : ways) {
        arrange_.append(
            addAct(QStringLiteral("arrange.%1").arg(int(way.how)), way.text, way.iconName, {},
                   [this, how = way.how] {
                       apply(arrangeNodes(context_.document.workspace(), canvas_->selectedKeys(), how));
                   }));
    }
}

/// An action that has nothing to work on is off and says why.
void RoutesPage::refreshActions()
{
    const QStringList keys = canvas_->selectedKeys();
    const auto nodes = std::count_if(keys.begin(), keys.end(), [](const QString& k) { return !isEdge(k); });
    const auto allow = [](QAction* action, bool allowed, const QString& why) {
        action->setEnabled(allowed);
        action->setWhatsThis(allowed ? QString() : why);
    };
    for (const char* id : {"duplicate", "copy", "pin", "unpin"})
        allow(actionById_.value(QLatin1String(id)), nodes > 0, tr("no node is chosen"));
    for (const char* id : {"delete", "inspect"})
        allow(actionById_.value(QLatin1String(id)), !keys.isEmpty(), tr("nothing is chosen"));
    const bool gives = !connectTargets(context_.document.workspace(), canvas_->currentKey()).isEmpty();
    allow(actionById_.value(QStringLiteral("connect")), gives,
          tr("no listener or route with something left to connect to is chosen"));
    allow(actionById_.value(QStringLiteral("add.version")),
          canAdd(context_.document.workspace(), palette::version, canvas_->currentKey()),
          tr("no service is chosen"));
    for (QAction* action : std::as_const(arrange_)) {
        const bool spreads = action->objectName().endsWith(QString::number(int(Arrange::rows))) ||
                             action->objectName().endsWith(QString::number(int(Arrange::columns)));
        allow(action, nodes >= (spreads ? 3 : 2),
              spreads ? tr("fewer than three nodes are chosen") : tr("fewer than two nodes are chosen"));
    }
}

void RoutesPage::buildBar()
{
    bar_ = new PageBar(title());
    bar_->setObjectName(QStringLiteral("routes.bar"));
    auto* undo = context_.document.undoStack()->createUndoAction(this, tr("Undo"));
    undo->setIcon(icon(QStringLiteral("undo-2")));
    auto* redo = context_.document.undoStack()->createRedoAction(this, tr("Redo"));
    redo->setIcon(icon(QStringLiteral("redo-2")));
    bar_->addAction(undo);
    bar_->addAction(redo);
    bar_->addSeparator();
    bar_->addAction(actionById_.value(QStringLiteral("layout")), true);
    auto* align = new QToolButton(bar_);
    align->setObjectName(QStringLiteral("routes.align"));
    align->setText(tr("Align"));
    align->setToolTip(tr("Align or distribute the chosen nodes"));
    align->setAccessibleName(tr("Align"));
    align->setIcon(icon(QStringLiteral("align-start-vertical")));
    align->setIconSize({metrics::iconSmall, metrics::iconSmall});
    align->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    align->setAutoRaise(true);
    align->setFocusPolicy(Qt::TabFocus);
    auto* ways = new QMenu(align);
    ways->addActions(arrange_);
    openBelow(align, ways);
    bar_->addWidget(align);
    bar_->addAction(actionById_.value(QStringLiteral("live")), true);
    bar_->addStretch();
    serving_ = new StateBadge(bar_);
    serving_->setObjectName(QStringLiteral("routes.serving"));
    serving_->setFlat(true);
    bar_->addWidget(serving_);
    find_ = new CanvasFind(*canvas_, bar_);
    bar_->addWidget(find_);
}

/// The shell's own actions are known once the page stands in its window.
QAction* RoutesPage::windowAction(const char* name) const
{
    return window()->findChild<QAction*>(QLatin1String(name));
}

void RoutesPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    QAction* hide = windowAction("view.inspector");
    if (hide == nullptr || bar_->findChild<QToolButton*>(QStringLiteral("routes.showInspector")) != nullptr)
        return;
    bar_->addAction(hide)->setObjectName(QStringLiteral("routes.showInspector"));
}

void RoutesPage::inspect(const QString& key)
{
    if (key.isEmpty())
        return;
    showInspector();
    context_.selection.select(key);
    inspector_->focusFirst();
}

void RoutesPage::showInspector()
{
    if (QAction* show = windowAction("view.inspector"))
        show->setChecked(true);
}

void RoutesPage::openDemo()
{
    // The shell asks about unsaved changes first.
    if (QAction* demo = windowAction("file.demo"))
        demo->trigger();
    else
        context_.document.newFrom(demoText(), QStringLiteral("Bookshop"));
}

void RoutesPage::offerTargets(const QString& from)
{
    const auto& ws = context_.document.workspace();
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("routes.connectMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString& to : connectTargets(ws, from)) {
        menu->addAction(icon(kindIcon(ws, to)), nodeTitle(ws, to), this,
                        [this, from, to] { apply(connectNodes(context_.document.workspace(), from, to)); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("Nothing to connect to"))->setEnabled(false);
    else
        menu->setActiveAction(menu->actions().first());
    menu->popup(canvas_->viewport()->mapToGlobal(canvas_->portPoint(from)));
}

void RoutesPage::showMenu(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char* id : {"inspect", "connect", "duplicate", "copy", "paste", "pin", "unpin", "delete"})
        menu->addAction(actionById_.value(QLatin1String(id)));
    menu->addSeparator();
    menu->addActions(arrange_);
    menu->popup(at);
}

void RoutesPage::layOut()
{
    const auto& ws = context_.document.workspace();
    api::LayoutParams params;
    for (const QString& key : nodeKeys(ws)) {
        const int rank = key.startsWith(QLatin1String("listener/")) ? 0
                         : key.startsWith(QLatin1String("route/"))  ? 1
                                                                    : 2;
        params.nodes.push_back(
            {.key = key.toStdString(), .width = nodeWidth, .height = nodeHeight, .rank = rank});
    }
    for (const CanvasEdge& edge : canvas_->diagram().edges)
        params.edges.push_back({edge.from.toStdString(), edge.to.toStdString()});
    params.rowGap = 40;
    context_.engine.call<api::Layout>(params, this, [this](const Reply<api::LayoutResult>& reply) {
        if (!reply.ok())
            return sayLayoutFailed(reply.error);
        notice_->hide();
        QMap<QString, QPointF> places;
        for (const auto& place : reply.result->places)
            places.insert(QString::fromStdString(place.key),
                          QPointF(std::round(place.x / gridStep) * gridStep,
                                  std::round(place.y / gridStep) * gridStep));
        apply(placeByLayout(context_.document.workspace(), places));
        canvas_->fit();
    });
}

void RoutesPage::sayLayoutFailed(const CallError& error)
{
    QString why = error.message;
    if (error.code == int(api::ErrorCode::timedOut))
        why = tr("Graphviz took too long");
    else if (error.code == int(api::ErrorCode::disconnected))
        why = tr("the engine isn't running");
    notice_->showNotice(State::warning,
                        tr("The nodes were not laid out: %1. They stand where they stood.").arg(why),
                        tr("Try again"));
}

void RoutesPage::copy()
{
    const QString text = copyText(context_.document.workspace(), canvas_->selectedKeys());
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void RoutesPage::paste()
{
    const Paste result = pasteText(context_.document.workspace(), QApplication::clipboard()->text());
    if (result.edit)
        apply(result.edit);
    else
        notice_->showNotice(State::warning, result.error);
}

} // namespace gatehouse::ui
