#include "ui/shell/main_window.h"

#include "ui/shell/bottom_pane.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/engine_notices.h"
#include "ui/shell/file_actions.h"
#include "ui/shell/log_pane.h"
#include "ui/shell/problems_pane.h"
#include "ui/shell/rail.h"
#include "ui/shell/settings.h"
#include "ui/shell/status_line.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

/// Of a window that has no size of its own yet: comfortable, and never more than the screen holds with a
/// frame.
QSize firstSize()
{
    constexpr QSize comfortable(1440, 900);
    constexpr QSize frame(16, 48);
    return comfortable.boundedTo(QGuiApplication::primaryScreen()->availableGeometry().size() - frame);
}

constexpr int inspectorFoldsBelow = 1200;
constexpr int bottomHeight = 262;

void takeOver(QStackedWidget* stack, QWidget* part)
{
    stack->addWidget(part ? part : new QWidget(stack));
}

} // namespace

struct MainWindow::Private {
    MainWindow* q;
    Context context;
    QList<Page*> pages;
    Rail* rail = nullptr;
    Banner* engineBanner = nullptr;
    Banner* fileBanner = nullptr;
    QStackedWidget* bars = nullptr;
    QStackedWidget* bodies = nullptr;
    QStackedWidget* inspectors = nullptr;
    BottomPane* bottom = nullptr;
    LogPane* log = nullptr;
    QSplitter* across = nullptr;
    QSplitter* down = nullptr;
    StatusLine* status = nullptr;
    FileActions* files = nullptr;
    QMenu* pageMenu = nullptr;
    QMenu* viewMenu = nullptr;
    QAction* showBottom = nullptr;
    QAction* showInspector = nullptr;
    bool narrow = false;
    bool folded = false; ///< the inspector, for want of room
    QPushButton* search = nullptr;

    Page* page() const { return pages.value(bodies->currentIndex()); }
    void build();
    void buildMenus();
    QAction* add(QMenu* menu, const QString& text, const QString& iconName, const QKeySequence& keys,
                 std::function<void()> act, const QString& name);
    void pageChosen(const QString& id);
    void refreshTitle();
    void openPalette();
    void nextPane(bool backwards);
    void reveal(const QString& keyAndField);
    void foldInspector();
    void about();
};

MainWindow::MainWindow(Context context, QWidget* parent)
    : QMainWindow(parent), d_(std::make_unique<Private>(Private{this, context}))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setMinimumSize(1024, 640);
    resize(firstSize());
    d_->build();
    d_->buildMenus();
    connect(&context.document, &Document::fileChanged, this, [this] { d_->refreshTitle(); });
    connect(&context.document, &Document::changed, this, [this] { d_->refreshTitle(); });
    connect(&context.selection, &Selection::revealAsked, this,
            [this](const QString& key) { d_->reveal(key); });
    connect(&context.document, &Document::problemsChanged, this, [this] {
        const auto count = d_->context.document.problems().size();
        d_->bottom->setText(QStringLiteral("problems"),
                            count ? tr("Problems (%1)").arg(count) : tr("Problems"));
    });
    d_->refreshTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::Private::build()
{
    rail = new Rail(q);
    engineBanner = new Banner(q);
    engineBanner->setObjectName(QStringLiteral("banner.engine"));
    fileBanner = new Banner(q);
    fileBanner->setObjectName(QStringLiteral("banner.file"));
    bars = new QStackedWidget(q);
    bars->setFixedHeight(metrics::barHeight);
    bodies = new QStackedWidget(q);
    inspectors = new QStackedWidget(q);
    inspectors->setMinimumWidth(metrics::inspectorWidth);
    bottom = new BottomPane(q);
    log = new LogPane(context.engine, q);
    bottom->addShared({QStringLiteral("problems"), MainWindow::tr("Problems"),
                       QStringLiteral("triangle-alert"), new ProblemsPane(context, q)});
    bottom->addShared({QStringLiteral("log"), MainWindow::tr("Log"), QStringLiteral("logs"), log});

    down = new QSplitter(Qt::Vertical, q);
    down->setChildrenCollapsible(false);
    down->addWidget(bodies);
    down->addWidget(bottom);
    down->setStretchFactor(0, 1);
    down->setSizes({600, bottomHeight});
    across = new QSplitter(Qt::Horizontal, q);
    across->setChildrenCollapsible(false);
    across->addWidget(down);
    across->addWidget(inspectors);
    across->setStretchFactor(0, 1);
    across->setSizes({1048, metrics::inspectorWidth});

    auto* work = new QVBoxLayout;
    work->setContentsMargins(0, 0, 0, 0);
    work->setSpacing(0);
    work->addWidget(engineBanner);
    work->addWidget(fileBanner);
    work->addWidget(bars);
    work->addWidget(across, 1);
    auto* centre = new QWidget(q);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(rail);
    row->addLayout(work, 1);
    status = new StatusLine(context, q);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(status);
    q->setCentralWidget(centre);
    files = new FileActions(context.document, fileBanner, q);

    QObject::connect(rail, &Rail::chosen, q, [this](const QString& id) { pageChosen(id); });
    QObject::connect(bottom, &BottomPane::foldAsked, q, [this] { showBottom->setChecked(false); });
    QObject::connect(status, &StatusLine::problemsAsked, q,
                     [this] { q->showBottomTab(QStringLiteral("problems")); });
    new EngineNotices(context, *engineBanner, *log, q);
    rail->addFoot(MainWindow::tr("Settings"), QStringLiteral("settings"),
                  [this] { SettingsDialog(q).exec(); });
}

QAction* MainWindow::Private::add(QMenu* menu, const QString& text, const QString& iconName,
                                  const QKeySequence& keys, std::function<void()> act, const QString& name)
{
    auto* action = new QAction(text, q);
    action->setObjectName(name);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName, Role::textSecondary));
    action->setShortcut(keys);
    QObject::connect(action, &QAction::triggered, q, std::move(act));
    menu->addAction(action);
    q->addAction(action);
    return action;
}

void MainWindow::Private::buildMenus()
{
    QMenuBar* bar = q->menuBar();
    QMenu* file = bar->addMenu(MainWindow::tr("&File"));
    files->fill(file);
    file->addSeparator();
    add(
        file, MainWindow::tr("&Quit"), {}, QKeySequence::Quit, [this] { q->close(); },
        QStringLiteral("file.quit"));

    QMenu* edit = bar->addMenu(MainWindow::tr("&Edit"));
    QUndoStack* stack = context.document.undoStack();
    QAction* undo = stack->createUndoAction(q, MainWindow::tr("&Undo"));
    undo->setObjectName(QStringLiteral("edit.undo"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setIcon(icon(QStringLiteral("undo-2")));
    undo->setWhatsThis(MainWindow::tr("nothing to undo"));
    QAction* redo = stack->createRedoAction(q, MainWindow::tr("&Redo"));
    redo->setObjectName(QStringLiteral("edit.redo"));
    redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    redo->setIcon(icon(QStringLiteral("redo-2")));
    redo->setWhatsThis(MainWindow::tr("nothing to redo"));
    for (QAction* action : {undo, redo}) {
        edit->addAction(action);
        q->addAction(action);
    }
    edit->addSeparator();
    add(
        edit, MainWindow::tr("&Settings…"), QStringLiteral("settings"), QKeySequence::Preferences,
        [this] { SettingsDialog(q).exec(); }, QStringLiteral("edit.settings"));

    QMenu* view = bar->addMenu(MainWindow::tr("&View"));
    viewMenu = view;
    showBottom = add(
        view, MainWindow::tr("&Bottom pane"), QStringLiteral("panel-bottom"),
        QKeySequence(Qt::CTRL | Qt::Key_J), [] {}, QStringLiteral("view.bottom"));
    showBottom->setCheckable(true);
    showBottom->setChecked(true);
    QObject::connect(showBottom, &QAction::toggled, bottom, &QWidget::setVisible);
    showInspector = add(
        view, MainWindow::tr("&Inspector"), QStringLiteral("panel-right"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I), [] {}, QStringLiteral("view.inspector"));
    showInspector->setCheckable(true);
    showInspector->setChecked(true);
    QObject::connect(showInspector, &QAction::toggled, q, [this] {
        folded = false;
        foldInspector();
    });
    add(
        view, MainWindow::tr("&Problems"), QStringLiteral("triangle-alert"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
        [this] { q->showBottomTab(QStringLiteral("problems")); }, QStringLiteral("view.problems"));
    add(
        view, MainWindow::tr("&Log"), QStringLiteral("logs"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U),
        [this] { q->showBottomTab(QStringLiteral("log")); }, QStringLiteral("view.log"));
    add(
        view, MainWindow::tr("&Next pane"), {}, QKeySequence(Qt::Key_F6), [this] { nextPane(false); },
        QStringLiteral("view.nextPane"));
    add(
        view, MainWindow::tr("P&revious pane"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F6),
        [this] { nextPane(true); }, QStringLiteral("view.previousPane"));
    view->addSeparator();

    pageMenu = bar->addMenu(MainWindow::tr("&Workspace"));

    QMenu* run = bar->addMenu(MainWindow::tr("&Run"));
    add(
        run, MainWindow::tr("&Restart engine"), QStringLiteral("rotate-ccw"), {},
        [this] {
            context.engine.stop();
            context.engine.start();
        },
        QStringLiteral("run.restart"));

    QMenu* help = bar->addMenu(MainWindow::tr("&Help"));
    add(
        help, MainWindow::tr("&Commands…"), QStringLiteral("command"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { openPalette(); },
        QStringLiteral("help.commands"));
    add(
        help, MainWindow::tr("&About Gatehouse"), QStringLiteral("info"), {}, [this] { about(); },
        QStringLiteral("help.about"));

    search = new QPushButton(icon(QStringLiteral("search"), Role::textSecondary),
                             MainWindow::tr("Commands  Ctrl+Shift+P"), bar);
    search->setObjectName(QStringLiteral("search"));
    search->setFocusPolicy(Qt::TabFocus);
    QObject::connect(search, &QPushButton::clicked, q, [this] { openPalette(); });
    auto* corner = new QWidget(bar);
    auto* cornerRow = new QHBoxLayout(corner);
    cornerRow->setContentsMargins(0, 3, 8, 3);
    cornerRow->addWidget(search);
    bar->setCornerWidget(corner);
}

void MainWindow::addPage(Page* page)
{
    d_->pages.append(page);
    takeOver(d_->bars, page->bar());
    d_->bodies->addWidget(page);
    takeOver(d_->inspectors, page->inspector());
    d_->bottom->addOwned(page->id(), page->bottomTabs());
    connect(page, &Page::bottomTabAsked, this, &MainWindow::showBottomTab);
    QAction* go = d_->add(
        d_->viewMenu, page->title(), page->iconName(),
        QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + d_->pages.size())),
        [this, id = page->id()] { showPage(id); }, QStringLiteral("view.page.") + page->id());
    Q_UNUSED(go)
    d_->rail->addPage(page->id(), page->title(), page->iconName());
    if (d_->pages.size() == 1)
        d_->rail->setCurrent(page->id());
}

void MainWindow::Private::pageChosen(const QString& id)
{
    for (int i = 0; i < pages.size(); ++i) {
        if (pages[i]->id() != id)
            continue;
        bars->setCurrentIndex(i);
        bodies->setCurrentIndex(i);
        inspectors->setCurrentIndex(i);
        bottom->showFor(id);
        pageMenu->clear();
        pageMenu->addActions(pages[i]->actions());
        pageMenu->setEnabled(!pageMenu->isEmpty());
        foldInspector();
    }
}

/// A window that becomes narrower than 1200 px folds the inspector first, and gives it back with the room; a person
/// may open it all the same.
void MainWindow::Private::foldInspector()
{
    const bool isNarrow = q->width() < inspectorFoldsBelow;
    if (isNarrow != std::exchange(narrow, isNarrow)) {
        const bool folds = isNarrow ? showInspector->isChecked() : folded;
        if (folds)
            showInspector->setChecked(!isNarrow);
        folded = folds && isNarrow;
    }
    Page* now = page();
    inspectors->setVisible(now && now->inspector() && showInspector->isChecked());
}

QList<Page*> MainWindow::pages() const
{
    return d_->pages;
}

Page* MainWindow::currentPage() const
{
    return d_->page();
}

void MainWindow::showPage(const QString& id)
{
    d_->rail->setCurrent(id);
}

void MainWindow::showBottomTab(const QString& id)
{
    d_->showBottom->setChecked(true);
    d_->bottom->show(id);
}

void MainWindow::setBottomVisible(bool visible)
{
    d_->showBottom->setChecked(visible);
}

void MainWindow::Private::reveal(const QString& keyAndField)
{
    const QString key = keyAndField.section(QLatin1Char('#'), 0, 0);
    for (Page* candidate : pages) {
        if (!candidate->knows(key))
            continue;
        q->showPage(candidate->id());
        context.selection.select(key);
        candidate->goTo(keyAndField);
        return;
    }
}

void MainWindow::Private::refreshTitle()
{
    const Document& document = context.document;
    const QString file =
        document.path().isEmpty() ? MainWindow::tr("not saved") : QFileInfo(document.path()).fileName();
    q->setWindowTitle(QStringLiteral("%1 – %2[*] – Gatehouse").arg(document.displayName(), file));
    q->setWindowModified(document.isModified());
}

QJsonObject MainWindow::statusReadOuts() const
{
    return d_->status->readOuts();
}

QList<QAction*> MainWindow::allActions() const
{
    QList<QAction*> all = actions();
    for (Page* page : d_->pages)
        for (QAction* action : page->actions())
            if (!all.contains(action))
                all.append(action);
    all.removeIf([](QAction* action) { return action->isSeparator() || action->text().isEmpty(); });
    return all;
}

void MainWindow::Private::openPalette()
{
    auto* palette = new CommandPalette(q->allActions(), q);
    palette->move(q->mapToGlobal(QPoint((q->width() - palette->width()) / 2, metrics::barHeight + 8)));
    palette->show();
    palette->activateWindow();
}

void MainWindow::Private::nextPane(bool backwards)
{
    QList<QWidget*> panes = {rail, bars, bodies, bottom, inspectors};
    panes.removeIf([](QWidget* pane) { return !pane->isVisible(); });
    const QWidget* focus = QApplication::focusWidget();
    int at = backwards ? 0 : -1;
    for (int i = 0; i < panes.size(); ++i)
        if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus)))
            at = i;
    for (int step = 1; step <= panes.size(); ++step) {
        QWidget* pane = panes[(at + (backwards ? -step : step) + 2 * int(panes.size())) % int(panes.size())];
        for (QWidget* child : pane->findChildren<QWidget*>())
            if (child->isVisibleTo(pane) && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus)) {
                child->setFocus(Qt::TabFocusReason);
                return;
            }
    }
}

void MainWindow::Private::about()
{
    const api::HelloResult& hello = context.engine.hello();
    const QString diagnostics =
        QStringLiteral("Gatehouse %1\nEngine %2, process %3, contract %4\nQt %5, %6")
            .arg(QApplication::applicationVersion(), QString::fromStdString(hello.engineVersion))
            .arg(context.engine.enginePid())
            .arg(api::contractVersion)
            .arg(QString::fromLatin1(qVersion()), QSysInfo::prettyProductName());
    QMessageBox box(QMessageBox::NoIcon, MainWindow::tr("About Gatehouse"),
                    MainWindow::tr("Gatehouse: a console in which an API architecture runs."),
                    QMessageBox::Close, q);
    box.setInformativeText(
        diagnostics + QStringLiteral("\n\n") +
        MainWindow::tr("Free software under the GNU GPL, version 3 or later. Icons: Lucide (ISC). Fonts: "
                       "Inter and JetBrains Mono (OFL)."));
    box.setTextInteractionFlags(Qt::TextSelectableByMouse);
    box.exec();
}

void MainWindow::openFile(const QString& path)
{
    d_->files->open(path);
}

void MainWindow::restoreState_()
{
    const QSettings stored;
    if (restoreGeometry(stored.value(QStringLiteral("window/geometry")).toByteArray())) {
        const bool onScreen =
            std::any_of(QApplication::screens().begin(), QApplication::screens().end(),
                        [this](QScreen* s) { return s->availableGeometry().intersects(frameGeometry()); });
        if (!onScreen)
            move(QApplication::primaryScreen()->availableGeometry().topLeft());
    }
    d_->across->restoreState(stored.value(QStringLiteral("window/across")).toByteArray());
    d_->down->restoreState(stored.value(QStringLiteral("window/down")).toByteArray());
    d_->showBottom->setChecked(stored.value(QStringLiteral("window/bottom"), true).toBool());
    d_->showInspector->setChecked(stored.value(QStringLiteral("window/inspector"), true).toBool());
    if (const QString page = stored.value(QStringLiteral("window/page")).toString(); !page.isEmpty())
        showPage(page);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!d_->files->maySetAside()) {
        event->ignore();
        return;
    }
    QSettings stored;
    stored.setValue(QStringLiteral("window/geometry"), saveGeometry());
    stored.setValue(QStringLiteral("window/across"), d_->across->saveState());
    stored.setValue(QStringLiteral("window/down"), d_->down->saveState());
    stored.setValue(QStringLiteral("window/bottom"), d_->showBottom->isChecked());
    stored.setValue(QStringLiteral("window/inspector"), d_->showInspector->isChecked() || d_->folded);
    stored.setValue(QStringLiteral("window/page"), currentPage() ? currentPage()->id() : QString());
    stored.setValue(QStringLiteral("lastFile"), d_->context.document.path());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    openFile(event->mimeData()->urls().first().toLocalFile());
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    d_->foldInspector();
}

} // namespace gatehouse::ui
