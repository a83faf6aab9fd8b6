#include "ui/traffic/traffic_page.h"

#include "ui/traffic/chart_board.h"
#include "ui/traffic/load_panel.h"
#include "ui/traffic/plan_bar.h"
#include "ui/traffic/request_detail.h"
#include "ui/traffic/request_log.h"
#include "ui/widgets/page_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSplitter>

namespace gatehouse::ui {

namespace {

constexpr double pictureSpan_ms = 12'000; ///< of traffic before a picture is worth taking

QSplitter* splitter(Qt::Orientation orientation, const QString& name, QWidget* first, QWidget* second)
{
    auto* made = new QSplitter(orientation);
    made->setObjectName(name);
    made->setHandleWidth(1);
    made->setChildrenCollapsible(false);
    made->addWidget(first);
    made->addWidget(second);
    return made;
}

} // namespace

TrafficPage::TrafficPage(Context context, QWidget* parent) : Page(parent), context_(context)
{
    load_ = new LoadPanel(context_.document, context_.engine, context_.live);
    board_ = new ChartBoard(context_.document, context_.live);
    log_ = new RequestLog(context_.engine, context_.live);
    detail_ = new RequestDetail(context_.engine);
    load_->setMinimumWidth(232);

    QSplitter* below = splitter(Qt::Horizontal, QStringLiteral("traffic.below"), log_, detail_);
    below->setStretchFactor(0, 2);
    below->setStretchFactor(1, 1);
    below->setSizes({680, 272});
    QSplitter* centre = splitter(Qt::Vertical, QStringLiteral("traffic.centre"), board_, below);
    centre->setStretchFactor(0, 3);
    centre->setStretchFactor(1, 2);
    centre->setSizes({420, 270});
    QSplitter* all = splitter(Qt::Horizontal, QStringLiteral("traffic.all"), load_, centre);
    all->setStretchFactor(0, 0);
    all->setStretchFactor(1, 1);
    all->setSizes({254, 1000});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(all);

    addAction(load_->startAction());
    connect(board_, &ChartBoard::momentChosen, log_, &RequestLog::showMoment);
    connect(board_, &ChartBoard::startAsked, load_->startAction(), &QAction::trigger);
    connect(log_, &RequestLog::requestChosen, detail_,
            [this](const api::RequestRow& request) { detail_->show(request); });
}

QWidget* TrafficPage::bar()
{
    if (!bar_) {
        auto* made = new PageBar(title());
        made->addWidget(load_->planBar());
        made->addSeparator();
        made->addAction(load_->startAction(), true);
        made->addStretch();
        bar_ = made;
    }
    return bar_;
}

QList<QAction*> TrafficPage::actions()
{
    return QList<QAction*>{load_->startAction()} + load_->planBar()->planActions();
}

QJsonObject TrafficPage::readOuts() const
{
    return {{QStringLiteral("charts"), board_->readOuts()},
            {QStringLiteral("load"), load_->readOuts()},
            {QStringLiteral("log"), log_->readOuts()}};
}

void TrafficPage::prepareForPicture()
{
    pictureFrom_ms_ = 0;
    connect(&context_.live, &LiveStore::advanced, this, [this] {
        if (pictureFrom_ms_ == 0)
            pictureFrom_ms_ = context_.live.latest_ms();
    });
    board_->timeline().setSpan(60'000);
    if (!isActive(context_.live.load()))
        load_->startAction()->trigger();
}

bool TrafficPage::readyForPicture() const
{
    const bool enough = board_->hasValues() && isActive(context_.live.load()) && pictureFrom_ms_ > 0 &&
                        context_.live.latest_ms() - pictureFrom_ms_ >= pictureSpan_ms;
    if (enough)
        log_->selectRow(3);
    return enough;
}

} // namespace gatehouse::ui
