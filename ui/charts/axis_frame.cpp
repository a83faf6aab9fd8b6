#include "ui/charts/axis_frame.h"

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QPainter>

namespace gatehouse::ui {

struct AxisFrame::Private {
    QGraphicsScene scene;
    QChart* chart = nullptr;
    QCategoryAxis* x = nullptr;
    QCategoryAxis* y = nullptr;
    QCategoryAxis* right = nullptr;

    QCategoryAxis* addAxis(Qt::Alignment side)
    {
        auto* axis = new QCategoryAxis;
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setTruncateLabels(false);
        axis->setStartValue(-1);
        axis->setRange(0, 1);
        chart->addAxis(axis, side);
        return axis;
    }

    void dress(QCategoryAxis* axis, bool grid)
    {
        QColor line = theme().color(Role::line);
        axis->setLinePen(QPen(line, 1));
        line.setAlphaF(0.6f);
        axis->setGridLinePen(QPen(line, 1));
        axis->setGridLineVisible(grid);
        axis->setLabelsFont(theme().font(TextStyle::codeSmall));
        axis->setLabelsColor(theme().color(Role::textSecondary));
    }

    static void setTicks(QCategoryAxis* axis, const std::vector<Tick>& ticks, const Scale& scale)
    {
        const QStringList old = axis->categoriesLabels();
        for (const QString& label : old)
            axis->remove(label);
        axis->setStartValue(-1);
        for (const Tick& tick : ticks)
            axis->append(tick.label, scale.share(tick.value));
        axis->setRange(0, 1);
    }
};

AxisFrame::AxisFrame() : d_(std::make_unique<Private>())
{
    d_->chart = new QChart;
    d_->chart->setBackgroundVisible(false);
    d_->chart->legend()->hide();
    d_->chart->setAnimationOptions(QChart::NoAnimation);
    d_->chart->layout()->setContentsMargins(0, 0, 0, 0);
    d_->chart->setMargins({});
    d_->scene.addItem(d_->chart);
    d_->x = d_->addAxis(Qt::AlignBottom);
    d_->y = d_->addAxis(Qt::AlignLeft);
    d_->right = d_->addAxis(Qt::AlignRight);
}

AxisFrame::~AxisFrame() = default;

void AxisFrame::paint(QPainter& painter, const PlotPicture& picture)
{
    d_->dress(d_->x, false);
    d_->dress(d_->y, true);
    d_->dress(d_->right, false);
    d_->y->setLineVisible(false);
    d_->right->setLineVisible(false);
    d_->right->setVisible(!picture.rightTicks.empty());
    d_->chart->resize(picture.size);
    d_->chart->setPlotArea(picture.plot);
    Private::setTicks(d_->x, picture.xTicks, picture.x);
    Private::setTicks(d_->y, picture.yTicks, picture.y);
    Private::setTicks(d_->right, picture.rightTicks, picture.right);
    d_->chart->layout()->activate();
    const QRectF all(QPointF(0, 0), picture.size);
    d_->scene.setSceneRect(all);
    d_->scene.render(&painter, all, all);
}

} // namespace gatehouse::ui
