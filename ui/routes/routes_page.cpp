#include "ui/routes/routes_page.h"

#include "engine/workspace/keys.h"
#include "ui/canvas/canvas_view.h"
#include "ui/routes/empty_routes.h"
#include "ui/routes/inspector.h"
#include "ui/routes/palette_pane.h"
#include "ui/routes/routes_list.h"
#include "ui/routes/try_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/page_bar.h"
#include "ui/widgets/state_badge.h"

#include <QJsonArray>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::ui {
namespace {

constexpr int liveInterval_ms = 100;

} // namespace

RoutesPage::RoutesPage(Context context, QWidget* parent)
    : Page(parent), context_(context), canvas_(new CanvasView(this)),
      inspector_(new Inspector(context.document)), try_(new TryPanel(context)), notice_(new Banner(this)),
      list_(new RoutesList(this)), palette_(new PalettePane(this)), live_(new QTimer(this))
{
    setObjectName(QStringLiteral("routes"));
    canvas_->setObjectName(QStringLiteral("routes.canvas"));
    notice_->setObjectName(QStringLiteral("routes.notice"));
    empty_ = new EmptyRoutes(canvas_);
    arrangeParts();
    buildActions();
    buildBar();
    connectCanvas();
    connectParts();
    live_->setSingleShot(true);
    live_->setInterval(liveInterval_ms);
    refresh();
    showSelection(context_.selection.key()); // another page may have chosen already
    refreshActions();
}

void RoutesPage::arrangeParts()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setObjectName(QStringLiteral("routes.split"));
    auto* left = new QSplitter(Qt::Vertical, split);
    left->addWidget(list_);
    left->addWidget(palette_);
    left->setStretchFactor(0, 1);
    split->addWidget(left);
    split->addWidget(canvas_);
    split->setStretchFactor(1, 1);
    split->setSizes({216, 800});
    layout->addWidget(notice_);
    layout->addWidget(split, 1);
}

void RoutesPage::connectParts()
{
    connect(live_, &QTimer::timeout, this, &RoutesPage::refreshLive);
    connect(&context_.live, &LiveStore::advanced, this, [this] {
        if (isVisible() && !live_->isActive())
            live_->start();
    });
    connect(&context_.document, &Document::changed, this, &RoutesPage::refresh);
    connect(&context_.document, &Document::appliedChanged, this, &RoutesPage::refresh);
    connect(&context_.document, &Document::problemsChanged, this, &RoutesPage::refresh);
    connect(&context_.document, &Document::replaced, canvas_, &CanvasView::fit, Qt::QueuedConnection);
    connect(&context_.selection, &Selection::changed, this, &RoutesPage::showSelection);
    connect(&context_.selection, &Selection::changed, try_, &TryPanel::composeFor);
    connect(try_, &TryPanel::litChanged, this, [this](const QSet<QString>& keys) {
        lit_ = keys;
        refreshLive();
    });
    actions_ << try_->sendAction() << try_->explainAction() << try_->pasteAction() << try_->copyAction();
    connect(list_, &RoutesList::chosen, canvas_, &CanvasView::setCurrentKey);
    connect(list_, &RoutesList::activated, this, &RoutesPage::inspect);
    connect(palette_, &PalettePane::addAsked, this, &RoutesPage::add);
    connect(empty_, &EmptyRoutes::addAsked, this,
            [this] { apply(addFirstRoute(context_.document.workspace())); });
    connect(empty_, &EmptyRoutes::demoAsked, this, &RoutesPage::openDemo);
    connect(notice_, &Banner::actionTriggered, this, &RoutesPage::layOut);
    connect(inspector_, &Inspector::editAsked, this, &RoutesPage::apply);
    connect(inspector_, &Inspector::settled, &context_.document, &Document::endMerge);
    inspector_->setActions(actionById_.value(QStringLiteral("duplicate")),
                           {actionById_.value(QStringLiteral("connect")),
                            actionById_.value(QStringLiteral("duplicate")),
                            actionById_.value(QStringLiteral("delete"))});
}

void RoutesPage::showSelection(const QString& key)
{
    if (canvas_->selectedKeys() != QStringList{key} && (knows(key) || isEdge(key)))
        canvas_->setSelectedKeys({key});
    inspector_->show(key);
    inspector_->refresh(problems_);
    list_->setCurrent(key);
    refreshLive();
}

QList<BottomTab> RoutesPage::bottomTabs()
{
    return {{QStringLiteral("routes.try"), tr("Try it"), QStringLiteral("send"), try_}};
}

void RoutesPage::prepareForPicture()
{
    // A route that splits its traffic, at the rule that does.
    for (const auto& route : context_.document.workspace().routes) {
        const auto split = std::find_if(route.rules.begin(), route.rules.end(),
                                        [](const auto& rule) { return rule.backendRefs.size() > 1; });
        if (split == route.rules.end())
            continue;
        goTo(QStringLiteral("route/%1#rules/%2")
                 .arg(QString::fromStdString(workspace::routeKey(route)))
                 .arg(split - route.rules.begin()));
        canvas_->setFocus(Qt::OtherFocusReason);
        break;
    }
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
        if (keys.size() > 1)
            inspector_->showMany(int(keys.size()));
        else
            inspector_->show(context_.selection.key());
        refreshActions();
    });
    connect(canvas_, &CanvasView::activated, this, &RoutesPage::inspect);
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
    empty_->setVisible(ws.routes.empty());
    refreshLive();
    refreshActions();
}

void RoutesPage::refreshLive()
{
    const RoutesFacts now = facts();
    const Diagram diagram = makeDiagram(now);
    canvas_->setDiagram(diagram);
    list_->setTree(makeTree(now));
    inspector_->refreshLive(now.live);
    const auto chosen = std::find_if(diagram.nodes.begin(), diagram.nodes.end(),
                                     [this](const CanvasNode& n) { return n.key == inspector_->key(); });
    if (chosen != diagram.nodes.end())
        inspector_->setState(chosen->mark, chosen->markText);
    else
        inspector_->setState({}, {});
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
    const QString field = keyAndField.section(u'#', 1);
    if (field.isEmpty())
        return;
    showInspector();
    inspector_->focusField(field);
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
