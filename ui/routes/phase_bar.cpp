#include "ui/routes/phase_bar.h"

#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <cmath>

namespace gatehouse::ui {

constexpr int barThickness = 8;

PhaseBar::PhaseBar(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("routes.try.phases"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PhaseBar::setPhases(const QList<Phase>& phases)
{
    phases_ = phases;
    setAccessibleName(words());
    setToolTip(words());
    update();
}

QSize PhaseBar::sizeHint() const
{
    return {240, barThickness + metrics::step + QFontMetrics(theme().font(TextStyle::codeSmall)).height()};
}

QString PhaseBar::words() const
{
    QStringList parts;
    for (const Phase& phase : phases_)
        parts << phase.name + u' ' + durationText_ms(phase.ms);
    return parts.join(QStringLiteral(" · "));
}

void PhaseBar::paintEvent(QPaintEvent*)
{
    double total = 0;
    for (const Phase& phase : phases_)
        total += phase.ms;
    QPainter painter(this);
    if (total > 0) {
        double left = 0;
        for (int i = 0; i < phases_.size(); ++i) {
            const double wide = width() * phases_[i].ms / total;
            painter.fillRect(QRectF(left, 0, std::max(0.0, wide - 1), barThickness), theme().series(i));
            left += wide;
        }
    }
    painter.setFont(theme().font(TextStyle::codeSmall));
    painter.setPen(theme().color(Role::textSecondary));
    const QRect below(0, barThickness + metrics::step, width(), height() - barThickness - metrics::step);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(words(), Qt::ElideRight, width()));
}

} // namespace gatehouse::ui
