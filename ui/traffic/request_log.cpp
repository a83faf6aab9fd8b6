#include "ui/traffic/request_log.h"

#include "ui/shell/problem_place.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/numbers.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace gatehouse::ui {

namespace {

const QString columnsKey = QStringLiteral("traffic/log/columns");

/// The status with its shape: a symbol where it isn't fine.
class StatusDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem shifted = option;
        const auto state = State(index.data(RequestLogModel::stateRole_).toInt());
        QStyledItemDelegate::paint(painter, shifted, index);
        if (state != State::warning && state != State::error)
            return;
        const QRectF place(option.rect.left() + metrics::step, option.rect.center().y() - 6.5, 14, 14);
        paintIcon(*painter, place, stateIconName(state), stateRole(state));
    }

    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->displayAlignment = Qt::AlignLeft | Qt::AlignVCenter;
        option->text = QStringLiteral("   ") + option->text; // the symbol's place, in the equal-width font
    }
};

} // namespace

RequestLog::RequestLog(EngineClient& engine, LiveStore& live, QWidget* parent)
    : QWidget(parent), engine_(engine), live_(live), model_(live), table_(new QTableView(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(table_, 1);
    dressTable();

    connect(filter_, &FilterEdit::filterChanged, this, &RequestLog::applyFilter);
    connect(newest_, &QAbstractButton::clicked, this, &RequestLog::showLive);
    connect(&model_, &RequestLogModel::countsChanged, this, &RequestLog::refreshCounts);
    connect(table_->verticalScrollBar(), &QScrollBar::valueChanged, this, &RequestLog::scrolled);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                Q_EMIT requestChosen(current.isValid() ? model_.request(current.row()) : api::RequestRow{});
            });
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
    refreshCounts();
}

QWidget* RequestLog::makeBar()
{
    auto* bar = new QWidget(this);
    bar->setFixedHeight(metrics::barHeight);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(metrics::inset, 0, metrics::gap, 0);
    row->setSpacing(metrics::gap);
    row->addWidget(new TextLabel(tr("Requests"), TextStyle::label, Role::text, bar));
    filter_ = new FilterEdit(bar);
    filter_->setObjectName(QStringLiteral("traffic.log.filter"));
    filter_->setAccessibleName(tr("Filter requests"));
    filter_->setPlaceholderText(tr("Filter: books  route:catalog  status:5xx"));
    filter_->setToolTip(
        tr("Words are parts of the target. Also route:, to:, listener:, method:, status:4xx, status:>=500, "
           "ms:>20, refused:*, and -term for not."));
    filter_->setMaximumWidth(380);
    row->addWidget(filter_, 1);
    note_ = new TextLabel({}, TextStyle::caption, Role::textSecondary, bar);
    note_->setObjectName(QStringLiteral("traffic.log.note"));
    row->addWidget(note_);
    row->addStretch();
    newest_ = plainButton(tr("Newest"), QStringLiteral("arrow-up-to-line"), bar);
    newest_->setObjectName(QStringLiteral("traffic.log.newest"));
    newest_->hide();
    row->addWidget(newest_);
    columns_ = iconButton(QStringLiteral("columns-3"), tr("Columns"), bar);
    row->addWidget(columns_);
    return bar;
}

/// Which columns are shown, in the order of the model.
void RequestLog::addColumnMenu()
{
    auto* menu = new QMenu(columns_);
    for (int column = 0; column < RequestLogModel::columnCount_; ++column) {
        QAction* shown =
            menu->addAction(model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        shown->setCheckable(true);
        shown->setChecked(!table_->isColumnHidden(column));
        connect(shown, &QAction::toggled, this,
                [this, column](bool on) { table_->setColumnHidden(column, !on); });
    }
    columns_->setMenu(menu);
    columns_->setPopupMode(QToolButton::InstantPopup);
}

RequestLog::~RequestLog()
{
    QSettings().setValue(columnsKey, table_->horizontalHeader()->saveState());
}

void RequestLog::dressTable()
{
    table_->setObjectName(QStringLiteral("traffic.log.table"));
    table_->setAccessibleName(tr("Requests"));
    table_->setModel(&model_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setShowGrid(false);
    table_->setAlternatingRowColors(true);
    table_->setWordWrap(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setItemDelegateForColumn(RequestLogModel::statusColumn, new StatusDelegate(table_));
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    table_->installEventFilter(this);
    connect(table_, &QWidget::customContextMenuRequested, this, &RequestLog::showMenu);
    QHeaderView* rows = table_->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setMinimumSectionSize(metrics::logRowHeight);
    rows->setDefaultSectionSize(metrics::logRowHeight);
    QHeaderView* head = table_->horizontalHeader();
    head->setSectionsMovable(true);
    head->setHighlightSections(false);
    head->setSectionResizeMode(QHeaderView::Interactive);
    head->setSectionResizeMode(RequestLogModel::targetColumn, QHeaderView::Stretch);
    const int digit = QFontMetrics(theme().font(TextStyle::code)).horizontalAdvance(QLatin1Char('0'));
    head->setTextElideMode(Qt::ElideRight);
    const std::pair<int, int> widths[] = {
        {RequestLogModel::timeColumn, 13},   {RequestLogModel::methodColumn, 7},
        {RequestLogModel::routeColumn, 9},   {RequestLogModel::toColumn, 11},
        {RequestLogModel::statusColumn, 8},  {RequestLogModel::durationColumn, 6},
        {RequestLogModel::refusedColumn, 10}};
    for (const auto& [column, digits] : widths) // what usually stands there, and the head's own word
        table_->setColumnWidth(column,
                               std::max(digits * digit + metrics::gap, head->sectionSizeHint(column)));
    head->setSectionsClickable(true);
    if (head->restoreState(QSettings().value(columnsKey).toByteArray()))
        head->setSortIndicatorShown(false); // the log begins in its own order
    addColumnMenu();
    connect(head, &QHeaderView::sectionClicked, this, [this, head](int column) {
        const bool down = head->isSortIndicatorShown() && head->sortIndicatorSection() == column &&
                          head->sortIndicatorOrder() == Qt::DescendingOrder;
        const Qt::SortOrder order = down ? Qt::AscendingOrder : Qt::DescendingOrder;
        following_ = false;
        model_.hold();
        head->setSortIndicatorShown(true);
        head->setSortIndicator(column, order);
        model_.sort(column, order);
        refreshCounts();
    });
}

void RequestLog::applyFilter(const QString& text)
{
    terms_ = LogFilter::parse(text);
    model_.setFilter(terms_);
    refreshCounts();
}

void RequestLog::refreshCounts()
{
    filter_->setCounts(model_.rowCount(), model_.all());
    if (!terms_.unread().isEmpty()) {
        note_->setRole(Role::error);
        note_->setText(tr("Not understood: %1").arg(terms_.unread().join(QStringLiteral(", "))));
    } else if (!model_.isFixed()) {
        note_->setRole(Role::textSecondary);
        note_->setText(live_.skippedRows() > 0
                           ? tr("%1 came too fast to list").arg(countText(double(live_.skippedRows())))
                           : QString());
    }
    newest_->setVisible(!following_ || model_.isFixed());
    newest_->setText(model_.waiting() > 0 ? tr("Newest (%1)").arg(countText(double(model_.waiting())))
                                          : tr("Newest"));
    if (following_ && !model_.isFixed()) {
        quiet_ = true;
        table_->scrollToTop();
        quiet_ = false;
    }
}

void RequestLog::scrolled()
{
    if (quiet_ || model_.isFixed())
        return;
    const bool top = table_->verticalScrollBar()->value() == 0;
    if (!top && following_) {
        following_ = false;
        model_.hold();
        refreshCounts();
    } else if (top && !following_ && !table_->horizontalHeader()->isSortIndicatorShown()) {
        follow();
    }
}

void RequestLog::follow()
{
    following_ = true;
    table_->horizontalHeader()->setSortIndicatorShown(false);
    model_.release();
    refreshCounts();
}

void RequestLog::showLive()
{
    model_.showLive();
    follow();
}

void RequestLog::showMoment(double from_ms, double to_ms)
{
    api::RecordsParams params = terms_.recordsParams();
    params.from_ms = std::int64_t(from_ms);
    params.to_ms = std::int64_t(to_ms);
    params.limit = 5000;
    const QString when = clockText(to_ms);
    engine_.call<api::Records>(params, this, [this, when, from_ms](const Reply<api::RecordsResult>& reply) {
        if (!reply.ok()) {
            note_->setRole(Role::error);
            note_->setText(tr("The requests of %1 can't be had: %2").arg(when, callErrorText(reply.error)));
            return;
        }
        model_.showFixed(reply.result->rows);
        note_->setRole(Role::textSecondary);
        const bool gone = double(reply.result->oldest_ms) > from_ms;
        note_->setText(gone ? tr("At %1: its records are gone (kept since %2)")
                                  .arg(when, clockText(double(reply.result->oldest_ms)))
                            : tr("At %1").arg(when));
        refreshCounts();
    });
}

QList<int> RequestLog::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void RequestLog::copy(bool asJson)
{
    const QList<int> rows = selectedRows();
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(asJson ? model_.json(rows) : model_.tsv(rows));
}

void RequestLog::showMenu(const QPoint& at)
{
    QMenu menu;
    connect(menu.addAction(icon(QStringLiteral("copy")), tr("Copy as TSV")), &QAction::triggered, this,
            [this] { copy(false); });
    connect(menu.addAction(tr("Copy as JSON")), &QAction::triggered, this, [this] { copy(true); });
    menu.exec(table_->viewport()->mapToGlobal(at));
}

bool RequestLog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == table_ && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy)) {
            copy(false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RequestLog::selectRow(int row)
{
    if (row >= 0 && row < model_.rowCount())
        table_->setCurrentIndex(model_.index(row, 0));
}

QJsonObject RequestLog::readOuts() const
{
    return {{QStringLiteral("shown"), model_.rowCount()},
            {QStringLiteral("all"), model_.all()},
            {QStringLiteral("skipped"), qint64(live_.skippedRows())},
            {QStringLiteral("following"), following_ && !model_.isFixed()}};
}

void RequestLog::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Role::window));
    painter.fillRect(QRect(0, metrics::barHeight - 1, width(), 1), theme().color(Role::line));
}

} // namespace gatehouse::ui
