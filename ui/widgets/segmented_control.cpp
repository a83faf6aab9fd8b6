#include "ui/widgets/segmented_control.h"

#include "ui/widgets/icons.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QRadioButton>

namespace gatehouse::ui
{

namespace
{

/// A radio button in behaviour and role, a flat part of a bar in looks.
class Segment : public QRadioButton
{
public:
    using QRadioButton::QRadioButton;

    QSize sizeHint() const override
    {
        const int words = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
        const int picture = icon().isNull() ? 0 : metrics::iconSmall + 6;
        return {words + picture + 24, metrics::controlHeight};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint& at) const override { return rect().contains(at); }
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool first = x() == 0;
        const bool last = geometry().right() >= parentWidget()->width() - 1;
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, last ? -0.5 : 0.5, -0.5);
        QPainterPath shape;
        shape.addRoundedRect(box, metrics::radius, metrics::radius);
        QPainterPath square; // sides where a neighbour follows have no round corners
        if (!first)
            square.addRect(box.adjusted(0, 0, -box.width() / 2, 0));
        shape = shape.united(square);
        square = {};
        if (!last)
            square.addRect(box.adjusted(box.width() / 2, 0, 0, 0));
        shape = shape.united(square);
        painter.setPen(QPen(theme().color(Role::controlEdge), 1));
        Role ground = isChecked() ? Role::selection : Role::base;
        if (underMouse() && !isChecked())
            ground = Role::sunken;
        painter.setBrush(theme().color(ground));
        painter.drawPath(shape);

        const int words = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
        const int picture = icon().isNull() ? 0 : metrics::iconSmall + 6;
        int left = (width() - words - picture) / 2;
        if (picture) {
            icon().paint(&painter, QRect(left, (height() - metrics::iconSmall) / 2, metrics::iconSmall,
                                         metrics::iconSmall));
            left += picture;
        }
        painter.setPen(theme().color(isEnabled() ? Role::text : Role::disabled));
        painter.drawText(QRect(left, 0, words + 2, height()), Qt::AlignVCenter | Qt::TextShowMnemonic,
                         text());
    }
};

} // namespace

SegmentedControl::SegmentedControl(QWidget* parent) : QWidget(parent), group_(new QButtonGroup(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(group_, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton* button) { Q_EMIT chosen(button->property("segment").toString()); });
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QAbstractButton* SegmentedControl::addSegment(const QString& id, const QString& text, const QString& iconName)
{
    auto* segment = new Segment(text, this);
    segment->setProperty("segment", id);
    segment->setAttribute(Qt::WA_Hover);
    if (!iconName.isEmpty())
        segment->setIcon(icon(iconName));
    segment->setChecked(group_->buttons().isEmpty());
    group_->addButton(segment);
    layout()->addWidget(segment);
    return segment;
}

void SegmentedControl::setCurrent(const QString& id)
{
    for (QAbstractButton* button : group_->buttons())
        if (button->property("segment").toString() == id)
            button->setChecked(true);
}

QString SegmentedControl::current() const
{
    const QAbstractButton* checked = group_->checkedButton();
    return checked ? checked->property("segment").toString() : QString();
}

} // namespace gatehouse::ui
