#include "ui/routes/phase_bar.h"

#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPainter>

#include <cmath>

namespace gatehouse::ui {

namespace {

constexpr int barThickness = 8;

/// Three digits, without the unit.
QString valueText_ms(double ms)
{
    return QLocale().toString(ms, 'f', ms < 9.995 ? 2 : ms < 99.95 ? 1 : 0);
}

} // namespace

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
    return parts.join(QStringLiteral(", "));
}

/// "■ connect 0.11  ■ wait 5.23 ms": each beside its part's colour, as many as fit.
void PhaseBar::paintWords(QPainter& painter, const QRect& place) const
{
    constexpr int swatch = 8;
    const QFontMetrics letters(theme().font(TextStyle::codeSmall));
    painter.setFont(theme().font(TextStyle::codeSmall));
    int left = place.left();
    for (int i = 0; i < phases_.size(); ++i) {
        QString text = phases_[i].name + u' ' + valueText_ms(phases_[i].ms);
        if (i == phases_.size() - 1)
            text += tr(" ms");
        painter.fillRect(QRect(left, place.center().y() - swatch / 2 + 1, swatch, swatch), theme().series(i));
        painter.setPen(theme().color(Role::textSecondary));
        painter.drawText(QRect(left + swatch + 4, place.top(), place.right() - left, place.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        left += swatch + 4 + letters.horizontalAdvance(text) + metrics::gap;
    }
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
    const QRect below(0, barThickness + metrics::step, width(), height() - barThickness - metrics::step);
    paintWords(painter, below);
}

} // namespace gatehouse::ui
