#include "ui/routes/routes_page.h"

#include "engine/workspace/keys.h"
#include "ui/canvas/canvas_view.h"
#include "ui/routes/inspector.h"
#include "ui/routes/try_panel.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/page_bar.h"
#include "ui/widgets/state_badge.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QJsonArray>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cmath>

namespace gatehouse::ui {
namespace {

constexpr int keyRole = Qt::UserRole + 1;
constexpr int liveInterval_ms = 100;

/// The palette: a list whose rows can be dragged to the canvas.
class PaletteList : public QListWidget
{
public:
    using QListWidget::QListWidget;

protected:
    QStringList mimeTypes() const override { return {QLatin1String(CanvasView::mimeType)}; }
    QMimeData* mimeData(const QList<QListWidgetItem*>& items) const override
    {
        auto* data = new QMimeData;
        if (!items.isEmpty())
            data->setData(QLatin1String(CanvasView::mimeType),
                          items.first()->data(keyRole).toString().toUtf8());
        return data;
    }
};

} // namespace

RoutesPage::RoutesPage(Context context, QWidget* parent)
    : Page(parent), context_(context), canvas_(new CanvasView(this)),
      inspector_(new Inspector(context.document)), try_(new TryPanel(context)), live_(new QTimer(this))
{
    setObjectName(QStringLiteral("routes"));
    canvas_->setObjectName(QStringLiteral("routes.canvas"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setObjectName(QStringLiteral("routes.split"));
    auto* left = new QSplitter(Qt::Vertical, split);
    left->addWidget(buildList());
    left->addWidget(buildPalette());
    left->setStretchFactor(0, 1);
    split->addWidget(left);
    split->addWidget(canvas_);
    split->setStretchFactor(1, 1);
    split->setSizes({216, 800});
    layout->addWidget(split);
    buildActions();
    buildBar();
    connectCanvas();

    live_->setSingleShot(true);
    live_->setInterval(liveInterval_ms);
    connect(live_, &QTimer::timeout, this, &RoutesPage::refreshLive);
    connect(&context_.live, &LiveStore::advanced, this, [this] {
        if (isVisible() && !live_->isActive())
            live_->start();
    });
    connect(&context_.document, &Document::changed, this, &RoutesPage::refresh);
    connect(&context_.document, &Document::appliedChanged, this, &RoutesPage::refresh);
    connect(&context_.document, &Document::problemsChanged, this, &RoutesPage::refresh);
    connect(&context_.selection, &Selection::changed, this, [this](const QString& key) {
        if (canvas_->selectedKeys() != QStringList{key} && (knows(key) || isEdge(key)))
            canvas_->setSelectedKeys({key});
        inspector_->show(key);
        inspector_->refresh(problems_);
        refreshLive();
        if (auto* row = rows_.value(key))
            tree_->setCurrentItem(row);
    });
    connect(&context_.selection, &Selection::changed, try_, &TryPanel::composeFor);
    connect(try_, &TryPanel::litChanged, this, [this](const QSet<QString>& keys) {
        lit_ = keys;
        refreshLive();
    });
    actions_ << try_->sendAction() << try_->pasteAction() << try_->copyAction();
    connect(inspector_, &Inspector::editAsked, this, &RoutesPage::apply);
    connect(inspector_, &Inspector::settled, &context_.document, &Document::endMerge);
    inspector_->setActions(actionById_.value(QStringLiteral("duplicate")),
                           {actionById_.value(QStringLiteral("connect")),
                            actionById_.value(QStringLiteral("duplicate")),
                            actionById_.value(QStringLiteral("delete"))});
    refresh();
}

QList<BottomTab> RoutesPage::bottomTabs()
{
    return {{QStringLiteral("routes.try"), tr("Try it"), QStringLiteral("send"), try_}};
}

void RoutesPage::prepareForPicture()
{
    const auto& routes = context_.document.workspace().routes;
    const auto split = std::find_if(routes.begin(), routes.end(), [](const workspace::HttpRoute& route) {
        return std::any_of(route.rules.begin(), route.rules.end(),
                           [](const auto& rule) { return rule.backendRefs.size() > 1; });
    });
    if (split != routes.end())
        goTo(QStringLiteral("route/") + QString::fromStdString(workspace::routeKey(*split)));
    canvas_->fit();
    Q_EMIT bottomTabAsked(QStringLiteral("routes.try"));
    try_->send();
}

bool RoutesPage::readyForPicture() const
{
    return try_->hasAnswer();
}

QWidget* RoutesPage::inspector()
{
    return inspector_;
}

RoutesPage::~RoutesPage() = default;

QWidget* RoutesPage::bar()
{
    return bar_;
}

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
    const auto chosen = [this] { return canvas_->selectedKeys(); };
    addAct(QStringLiteral("layout"), tr("Lay out"), QStringLiteral("workflow"), {}, [this] { layOut(); });
    QAction* live = addAct(QStringLiteral("live"), tr("Live"), QStringLiteral("activity"), {}, [this] {
        showsLive_ = actionById_.value(QStringLiteral("live"))->isChecked();
        canvas_->setLive(showsLive_);
        refreshLive();
    });
    live->setCheckable(true);
    live->setChecked(true);
    addAct(QStringLiteral("duplicate"), tr("Duplicate"), QStringLiteral("copy"),
           QKeySequence(Qt::CTRL | Qt::Key_D),
           [=, this] { apply(duplicateNodes(context_.document.workspace(), chosen())); });
    addAct(QStringLiteral("copy"), tr("Copy"), QStringLiteral("clipboard"), QKeySequence::Copy,
           [this] { copy(); });
    addAct(QStringLiteral("paste"), tr("Paste"), QStringLiteral("clipboard-paste"), QKeySequence::Paste,
           [this] { paste(); });
    addAct(QStringLiteral("connect"), tr("Connect to…"), QStringLiteral("link"), {},
           [this] { offerTargets(canvas_->currentKey()); });
    addAct(QStringLiteral("delete"), tr("Delete"), QStringLiteral("trash-2"), QKeySequence::Delete,
           [=, this] { apply(removeThings(context_.document.workspace(), chosen())); });
    const std::pair<const char*, Arrange> ways[] = {
        {QT_TR_NOOP("Align left"), Arrange::left},      {QT_TR_NOOP("Align right"), Arrange::right},
        {QT_TR_NOOP("Align top"), Arrange::top},        {QT_TR_NOOP("Align bottom"), Arrange::bottom},
        {QT_TR_NOOP("Distribute rows"), Arrange::rows}, {QT_TR_NOOP("Distribute columns"), Arrange::columns}};
    for (const auto& [text, how] : ways) {
        addAct(QStringLiteral("arrange.%1").arg(int(how)), tr(text), QStringLiteral("align-start-vertical"),
               {},
               [=, this, how = how] { apply(arrangeNodes(context_.document.workspace(), chosen(), how)); });
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
    bar_->addAction(actionById_.value(QStringLiteral("live")), true);
    bar_->addStretch();
    serving_ = new StateBadge(bar_);
    serving_->setObjectName(QStringLiteral("routes.serving"));
    serving_->setFlat(true);
    bar_->addWidget(serving_);
}

QWidget* RoutesPage::buildList()
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(metrics::gap, metrics::gap, 0, 0);
    filter_ = new FilterEdit(pane);
    filter_->setObjectName(QStringLiteral("routes.filter"));
    filter_->setAccessibleName(tr("Filter listeners, routes and services"));
    tree_ = new QTreeWidget(pane);
    tree_->setObjectName(QStringLiteral("routes.tree"));
    tree_->setAccessibleName(tr("Listeners, routes and services"));
    tree_->setColumnCount(2);
    tree_->setHeaderHidden(true);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    column->addWidget(filter_);
    column->addWidget(tree_, 1);
    connect(filter_, &FilterEdit::filterChanged, this, &RoutesPage::refreshLive);
    connect(tree_, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        const QString key = item == nullptr ? QString() : item->data(0, keyRole).toString();
        if (!refreshing_ && !key.isEmpty())
            canvas_->setCurrentKey(key);
    });
    return pane;
}

QWidget* RoutesPage::buildPalette()
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(metrics::gap, metrics::gap, 0, metrics::gap);
    column->addWidget(new TextLabel(tr("Palette"), TextStyle::label, Role::text, pane));
    palette_ = new PaletteList(pane);
    palette_->setObjectName(QStringLiteral("routes.palette"));
    palette_->setAccessibleName(tr("Palette: drag to the canvas, or press Enter"));
    palette_->setToolTip(tr("Drag to the canvas, or press Enter"));
    palette_->setFrameShape(QFrame::NoFrame);
    palette_->setDragEnabled(true);
    palette_->setDragDropMode(QAbstractItemView::DragOnly);
    const struct {
        QString id, icon, text;
    } items[] = {{palette::listener, QStringLiteral("log-in"), tr("Listener")},
                 {palette::route, QStringLiteral("route"), tr("Route")},
                 {palette::service, QStringLiteral("server"), tr("Service")},
                 {palette::version, QStringLiteral("git-branch"), tr("Version")},
                 {palette::redirect, QStringLiteral("corner-up-right"), tr("Redirect")}};
    for (const auto& item : items) {
        auto* row = new QListWidgetItem(icon(item.icon), item.text, palette_);
        row->setData(keyRole, item.id);
    }
    palette_->setFixedHeight(5 * metrics::rowHeight + metrics::gap);
    column->addWidget(palette_);
    connect(palette_, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { add(item->data(keyRole).toString()); });
    return pane;
}

void RoutesPage::connectCanvas()
{
    const auto ws = [this]() -> const workspace::Workspace& { return context_.document.workspace(); };
    canvas_->setConnectRule(
        [=](const QString& from, const QString& to) { return canConnect(ws(), from, to); });
    canvas_->setDropRule([=](const QString& item, const QString& node) { return canAdd(ws(), item, node); });
    connect(canvas_, &CanvasView::moved, this, [=, this](const QMap<QString, QPointF>& places, bool byKeys) {
        apply(moveNodes(ws(), places, byKeys));
    });
    connect(canvas_, &CanvasView::connectRequested, this,
            [=, this](const QString& from, const QString& to) { apply(connectNodes(ws(), from, to)); });
    connect(canvas_, &CanvasView::connectMenuRequested, this, &RoutesPage::offerTargets);
    connect(canvas_, &CanvasView::deleteRequested, this,
            [=, this](const QStringList& keys) { apply(removeThings(ws(), keys)); });
    connect(canvas_, &CanvasView::dropped, this,
            [=, this](const QString& item, QPointF place, const QString& node) {
                apply(addItem(ws(), item, place, node));
            });
    connect(canvas_, &CanvasView::menuRequested, this, &RoutesPage::showMenu);
    connect(canvas_, &CanvasView::selectionChanged, this, [this](const QStringList& keys) {
        context_.selection.select(keys.size() == 1 ? keys.first() : QString());
    });
}

void RoutesPage::apply(const RoutesEdit& edit)
{
    if (!edit)
        return;
    context_.document.edit(edit.name, edit.change, edit.mergeKey);
    if (edit.select.isEmpty())
        return;
    canvas_->setSelectedKeys(edit.select);
    context_.selection.select(edit.select.first());
    canvas_->reveal(edit.select.first());
}

void RoutesPage::add(const QString& item)
{
    const auto& ws = context_.document.workspace();
    const QString current = canvas_->currentKey();
    const QString onNode = !current.isEmpty() && canAdd(ws, item, current) ? current : QString();
    apply(addItem(ws, item, placeFor(ws, item, canvas_->middle().y()), onNode));
}

void RoutesPage::offerTargets(const QString& from)
{
    const auto& ws = context_.document.workspace();
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("routes.connectMenu"));
    for (const QString& to : connectTargets(ws, from)) {
        menu.addAction(icon(kindIcon(ws, to)), nodeTitle(ws, to), this,
                       [this, from, to] { apply(connectNodes(context_.document.workspace(), from, to)); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nothing to connect to"))->setEnabled(false);
    menu.exec(canvas_->viewport()->mapToGlobal(canvas_->portPoint(from)));
}

void RoutesPage::showMenu(const QPoint& at)
{
    QMenu menu(this);
    for (const char* id : {"connect", "duplicate", "copy", "paste", "delete"})
        menu.addAction(actionById_.value(QLatin1String(id)));
    const QStringList keys = canvas_->selectedKeys();
    menu.addSeparator();
    menu.addAction(tr("Pin"), this,
                   [=, this] { apply(pinNodes(context_.document.workspace(), keys, true)); });
    menu.addAction(tr("Unpin"), this,
                   [=, this] { apply(pinNodes(context_.document.workspace(), keys, false)); });
    menu.exec(at);
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
            return;
        QMap<QString, QPointF> places;
        for (const auto& place : reply.result->places)
            places.insert(QString::fromStdString(place.key),
                          QPointF(std::round(place.x / gridStep) * gridStep,
                                  std::round(place.y / gridStep) * gridStep));
        apply(placeByLayout(context_.document.workspace(), places));
        canvas_->fit();
    });
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
        serving_->setState(State::warning, result.error);
}

RoutesFacts RoutesPage::facts() const
{
    RoutesFacts facts{context_.document.workspace(), context_.document.applied(), problems_, {}, lit_};
    if (showsLive_ && context_.live.hasData())
        facts.live = [this](const Scope& scope) { return context_.live.now(scope); };
    return facts;
}

void RoutesPage::refresh()
{
    const auto& ws = context_.document.workspace();
    problems_ = ProblemIndex(ws, allProblems(ws, context_.document.problems()));
    showServing();
    inspector_->refresh(problems_);
    refreshLive();
}

void RoutesPage::refreshLive()
{
    const RoutesFacts now = facts();
    const Diagram diagram = makeDiagram(now);
    canvas_->setDiagram(diagram);
    showTree(makeTree(now));
    inspector_->refreshLive(now.live);
    const auto chosen = std::find_if(diagram.nodes.begin(), diagram.nodes.end(), [this](const CanvasNode& n) {
        return n.key == inspector_->key();
    });
    if (chosen != diagram.nodes.end())
        inspector_->setState(chosen->mark, chosen->markText);
    else
        inspector_->setState({}, {});
}

void RoutesPage::showTree(const QList<TreeEntry>& groups)
{
    QStringList keys;
    int all = 0;
    const QString wanted = filter_->text();
    const auto shown = [&](const TreeEntry& e) { return e.title.contains(wanted, Qt::CaseInsensitive); };
    for (const TreeEntry& group : groups) {
        keys.append(group.title);
        for (const TreeEntry& entry : group.children) {
            ++all;
            if (shown(entry))
                keys.append(entry.key);
        }
    }
    refreshing_ = true;
    if (keys != treeKeys_) {
        treeKeys_ = keys;
        tree_->clear();
        rows_.clear();
        for (const TreeEntry& group : groups) {
            auto* head = new QTreeWidgetItem(tree_, {group.title});
            head->setIcon(0, icon(group.icon, Role::textSecondary));
            head->setFont(0, theme().font(TextStyle::label));
            for (const TreeEntry& entry : group.children) {
                if (!shown(entry))
                    continue;
                auto* row = new QTreeWidgetItem(head);
                row->setData(0, keyRole, entry.key);
                row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
                row->setFont(1, theme().font(TextStyle::codeSmall));
                rows_.insert(entry.key, row);
            }
            head->setExpanded(true);
        }
        filter_->setCounts(rows_.size(), all);
        if (auto* row = rows_.value(context_.selection.key()))
            tree_->setCurrentItem(row);
    }
    for (const TreeEntry& group : groups) {
        for (const TreeEntry& entry : group.children) {
            auto* row = rows_.value(entry.key);
            if (row == nullptr)
                continue;
            row->setText(0, entry.title);
            row->setText(1, entry.rate);
            row->setIcon(0, entry.problem ? icon(stateIconName(*entry.problem), stateRole(*entry.problem))
                                          : icon(entry.icon, Role::textSecondary));
            row->setToolTip(0, entry.problemText);
        }
    }
    refreshing_ = false;
}

void RoutesPage::showServing()
{
    const Document& document = context_.document;
    const QString revision = QLocale().toString(document.revision());
    switch (document.serving()) {
    case Document::Serving::nothing:
        return serving_->setState(State::off, tr("Nothing serves yet"));
    case Document::Serving::sending:
        return serving_->setState(State::info, tr("Sending…"));
    case Document::Serving::offline:
        return serving_->setState(State::off, tr("Engine offline"));
    case Document::Serving::serving:
        return serving_->setState(
            State::ok,
            tr("Revision %1 accepted, serving in %2").arg(revision, durationText_ms(document.lastTook_ms())));
    case Document::Serving::refused:
        return serving_->setState(State::error, tr("Refused; revision %1 serves on").arg(revision));
    }
}

void RoutesPage::goTo(const QString& keyAndField)
{
    canvas_->setCurrentKey(keyAndField.section(u'#', 0, 0));
    inspector_->focusField(keyAndField.section(u'#', 1));
}

bool RoutesPage::knows(const QString& key) const
{
    const auto node = workspace::parseNodeKey(key.section(u'#', 0, 0).toStdString());
    return node && workspace::exists(context_.document.workspace(), *node);
}

QJsonObject RoutesPage::readOuts() const
{
    QJsonObject nodes, edges;
    for (const CanvasNode& node : canvas_->diagram().nodes)
        nodes.insert(node.key,
                     QJsonObject{{QStringLiteral("state"), node.markText},
                                 {QStringLiteral("numbers"), QJsonArray::fromStringList(node.numbers)}});
    for (const CanvasEdge& edge : canvas_->diagram().edges)
        edges.insert(edge.key, QJsonObject{{QStringLiteral("rate_per_s"), edge.rate_per_s},
                                           {QStringLiteral("errorShare"), edge.errorShare},
                                           {QStringLiteral("label"), edge.label}});
    return {{QStringLiteral("revision"), qint64(context_.document.revision())},
            {QStringLiteral("serving"), serving_->word()},
            {QStringLiteral("errors"), problems_.errors()},
            {QStringLiteral("warnings"), problems_.warnings()},
            {QStringLiteral("try"), try_->readOuts()},
            {QStringLiteral("nodes"), nodes},
            {QStringLiteral("edges"), edges}};
}

} // namespace gatehouse::ui
