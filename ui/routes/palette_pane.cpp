#include "ui/routes/palette_pane.h"

#include "ui/canvas/canvas_view.h"
#include "ui/routes/routes_edits.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"

#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace gatehouse::ui {
namespace {

constexpr int idRole = Qt::UserRole + 1;
constexpr int cardHeight = metrics::controlHeight + metrics::gap;

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
                          items.first()->data(idRole).toString().toUtf8());
        return data;
    }
    void resizeEvent(QResizeEvent* event) override
    {
        setGridSize({(contentsRect().width() - 2) / 2, cardHeight});
        QListWidget::resizeEvent(event);
    }
};

/// A card with an icon and a word.
class CardDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return qobject_cast<const QListView*>(option.widget)->gridSize();
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QRectF card = QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5);
        const bool focused =
            (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool chosen = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
        painter->setBrush(theme().color(chosen ? Role::selection : Role::base));
        painter->setPen(QPen(theme().color(focused ? Role::accentText : Role::controlEdge), focused ? 2 : 1));
        painter->drawRoundedRect(card, metrics::radius, metrics::radius);
        const QRectF mark(card.left() + metrics::gap, card.center().y() - 8, 16, 16);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, mark.toRect());
        const QRectF words = card.adjusted(metrics::gap + 16 + 6, 0, -metrics::step, 0);
        painter->setPen(theme().color(Role::text));
        painter->setFont(option.font);
        painter->drawText(
            words, Qt::AlignVCenter | Qt::AlignLeft,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, int(words.width())));
        painter->restore();
    }
};

} // namespace

QList<PalettePane::Item> PalettePane::items()
{
    return {{palette::listener, QStringLiteral("log-in"), tr("Listener")},
            {palette::route, QStringLiteral("route"), tr("Route")},
            {palette::service, QStringLiteral("server"), tr("Service")},
            {palette::version, QStringLiteral("git-branch"), tr("Version")},
            {palette::redirect, QStringLiteral("corner-up-right"), tr("Redirect")}};
}

PalettePane::PalettePane(QWidget* parent) : QWidget(parent), list_(new PaletteList(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Palette"), TextStyle::label, Role::text, this), 1);
    head->addWidget(new TextLabel(tr("drag, or Enter"), TextStyle::caption, Role::textSecondary, this));
    column->addLayout(head);
    list_->setObjectName(QStringLiteral("routes.palette"));
    list_->setAccessibleName(tr("Palette: drag to the canvas, or press Enter"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->viewport()->setAutoFillBackground(false);
    list_->setItemDelegate(new CardDelegate(list_));
    list_->setFlow(QListView::LeftToRight);
    list_->setWrapping(true);
    list_->setResizeMode(QListView::Adjust);
    list_->setMovement(QListView::Static);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setMouseTracking(true);
    list_->setDragEnabled(true);
    list_->setDragDropMode(QAbstractItemView::DragOnly);
    for (const Item& item : items()) {
        auto* row = new QListWidgetItem(icon(item.iconName), item.text, list_);
        row->setData(idRole, item.id);
        row->setToolTip(tr("Drag to the canvas, or press Enter"));
    }
    list_->setFixedHeight((list_->count() + 1) / 2 * cardHeight + 2);
    column->addWidget(list_);
    connect(list_, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { Q_EMIT addAsked(item->data(idRole).toString()); });
}

} // namespace gatehouse::ui
