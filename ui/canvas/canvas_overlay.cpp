#include "ui/canvas/canvas_overlay.h"

#include "ui/canvas/canvas_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <cmath>

namespace gatehouse::ui {
namespace {

constexpr QSize minimapSize(168, 112);
constexpr int headingHeight = 24;

/// The columns' names, each over its nodes.
class Headings : public QWidget
{
public:
    explicit Headings(CanvasView& view) : QWidget(&view), view_(view)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setObjectName(QStringLiteral("canvas.headings"));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setFont(theme().font(TextStyle::caption));
        painter.setPen(theme().color(Role::textSecondary));
        const QFontMetrics measure(painter.font());
        for (const Column& column : view_.diagram().columns) {
            const int width = measure.horizontalAdvance(column.title) + 16;
            const int x = view_.mapFromScene(column.centre, 0).x();
            const QRect place(x - width / 2, 2, width, headingHeight - 6);
            painter.fillRect(place, theme().color(Role::window));
            painter.drawText(place, Qt::AlignCenter, column.title);
        }
    }

private:
    CanvasView& view_;
};

class FocusRing : public QWidget
{
public:
    explicit FocusRing(QWidget* parent) : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(QPen(theme().color(Role::accentText), metrics::focusRing));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
};

class Minimap : public QWidget
{
public:
    explicit Minimap(CanvasView& view) : QWidget(&view), view_(view)
    {
        setObjectName(QStringLiteral("canvas.minimap"));
        setFixedSize(minimapSize);
        setCursor(Qt::PointingHandCursor);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme().color(Role::line));
        painter.setBrush(theme().color(Role::base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius,
                                metrics::radius);
        view_.paintMinimap(painter, QRectF(rect()).adjusted(6, 6, -6, -6), true);
    }
    void mousePressEvent(QMouseEvent* event) override { goTo(event->position()); }
    void mouseMoveEvent(QMouseEvent* event) override { goTo(event->position()); }

private:
    void goTo(QPointF point)
    {
        const QRectF place = QRectF(rect()).adjusted(6, 6, -6, -6);
        const QRectF content = view_.contentRect();
        const double scale = std::min(place.width() / content.width(), place.height() / content.height());
        const QPointF wanted = content.center() + (point - place.center()) / scale;
        view_.panBy((view_.middle() - wanted) * view_.zoom());
    }

    CanvasView& view_;
};

} // namespace

CanvasOverlay::CanvasOverlay(CanvasView& view)
    : QObject(&view), view_(view), headings_(new Headings(view)), zoomBar_(makeZoomBar()),
      minimap_(new Minimap(view)), ring_(new FocusRing(&view))
{
    connect(&theme(), &Theme::changed, zoomBar_, qOverload<>(&QWidget::update));
    refresh();
}

QWidget* CanvasOverlay::makeZoomBar()
{
    class Card : public QWidget
    {
    public:
        using QWidget::QWidget;

    protected:
        void paintEvent(QPaintEvent*) override
        {
            QPainter painter(this);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(theme().color(Role::line));
            painter.setBrush(theme().color(Role::base));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius,
                                    metrics::radius);
        }
    };
    auto* bar = new Card(&view_);
    bar->setObjectName(QStringLiteral("canvas.zoomBar"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    const auto add = [&](const QString& icon, const QString& name, const QString& id, auto&& act) {
        QToolButton* button = iconButton(icon, name, bar);
        button->setObjectName(id);
        button->setFocusPolicy(Qt::NoFocus); // + - 0 F do the same from the canvas itself
        connect(button, &QToolButton::clicked, this, act);
        row->addWidget(button);
        return button;
    };
    add(QStringLiteral("minus"), tr("Zoom out (-)"), QStringLiteral("canvas.zoomOut"),
        [this] { view_.zoomStep(-1); });
    percent_ = new QToolButton(bar);
    percent_->setObjectName(QStringLiteral("canvas.zoomPercent"));
    percent_->setAutoRaise(true);
    percent_->setFocusPolicy(Qt::NoFocus);
    percent_->setFont(theme().font(TextStyle::codeSmall));
    percent_->setFixedSize(56, metrics::controlHeight);
    percent_->setToolTip(tr("100 % (0)"));
    connect(percent_, &QToolButton::clicked, this, [this] { view_.setZoom(1); });
    row->addWidget(percent_);
    add(QStringLiteral("plus"), tr("Zoom in (+)"), QStringLiteral("canvas.zoomIn"),
        [this] { view_.zoomStep(+1); });
    add(QStringLiteral("maximize"), tr("Fit everything (F)"), QStringLiteral("canvas.fit"),
        [this] { view_.fit(); });
    return bar;
}

void CanvasOverlay::place(const QRect& area)
{
    headings_->setGeometry(area.left(), area.top(), area.width(), headingHeight);
    zoomBar_->adjustSize();
    zoomBar_->move(area.left() + metrics::group, area.bottom() - metrics::group - zoomBar_->height() + 1);
    minimap_->move(area.right() - metrics::group - minimap_->width() + 1,
                   area.bottom() - metrics::group - minimap_->height() + 1);
    ring_->setGeometry(area);
    for (QWidget* widget : {headings_, minimap_, zoomBar_, ring_})
        widget->raise();
}

void CanvasOverlay::refresh()
{
    percent_->setText(QLocale().toString(int(std::lround(view_.zoom() * 100))) + QStringLiteral(" %"));
    headings_->setVisible(!view_.diagram().columns.isEmpty());
    minimap_->setVisible(view_.diagram().nodes.size() >= minimapFromNodes);
    headings_->update();
    minimap_->update();
}

void CanvasOverlay::setFocusShown(bool shown)
{
    ring_->setVisible(shown && view_.currentKey().isEmpty());
}

void CanvasView::paintMinimap(QPainter& painter, const QRectF& place, bool withView) const
{
    const QRectF content = contentRect();
    if (content.isEmpty())
        return;
    const double scale = std::min(place.width() / content.width(), place.height() / content.height());
    const auto map = [&](const QRectF& rect) {
        return QRectF(place.center() + (rect.topLeft() - content.center()) * scale, rect.size() * scale);
    };
    painter.setPen(Qt::NoPen);
    for (const CanvasNode& node : diagram_.nodes) {
        const bool problem = node.mark == State::error || node.mark == State::warning;
        painter.setBrush(problem ? theme().stateColor(*node.mark) : theme().color(Role::controlEdge));
        painter.drawRect(map(nodeRect(node.key)));
    }
    if (withView) {
        painter.setPen(QPen(theme().color(Role::accentText), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(map(visibleArea()) & place.adjusted(-4, -4, 4, 4));
    }
}

} // namespace gatehouse::ui
