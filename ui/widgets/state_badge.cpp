#include "ui/widgets/state_badge.h"

#include "ui/widgets/icons.h"

#include <QEvent>
#include <QPainter>

namespace gatehouse::ui
{

namespace
{
constexpr int iconSide = 14;
constexpr int height_ = 20;
constexpr int padding = 6;
} // namespace

StateBadge::StateBadge(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StateBadge::setState(State state, const QString& word)
{
    if (state == state_ && word == word_)
        return;
    state_ = state;
    word_ = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

void StateBadge::setFlat(bool flat)
{
    flat_ = flat;
    updateGeometry();
    update();
}

QSize StateBadge::sizeHint() const
{
    const int side = flat_ ? 0 : padding;
    const int word = fontMetrics().horizontalAdvance(word_);
    return {side + iconSide + (word > 0 ? 4 + word : 0) + side, std::max(height_, fontMetrics().height())};
}

QSize StateBadge::minimumSizeHint() const
{
    return sizeHint();
}

void StateBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = 0;
    if (!flat_) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().stateTint(state_));
        painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
        x = padding;
    }
    paintIcon(painter, QRectF(x, (height() - iconSide) / 2, iconSide, iconSide), stateIconName(state_),
              stateRole(state_));
    painter.setPen(flat_ ? theme().color(Role::text) : theme().stateColor(state_));
    painter.drawText(rect().adjusted(x + iconSide + 4, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, word_);
}

void StateBadge::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace gatehouse::ui
