#include "ui/routes/phase_bar.h"

#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
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

/// "■ connect 0.11  ■ wait 5.23 ms": each beside its part's colour; where not all fit, the longest.
void PhaseBar::paintWords(QPainter& painter, const QRect& place) const
{
    constexpr int swatch = 8;
    const QFontMetrics letters(theme().font(TextStyle::codeSmall));
    painter.setFont(theme().font(TextStyle::codeSmall));
    const auto textOf = [this](int i) { return phases_[i].name + u' ' + valueText_ms(phases_[i].ms); };
    const auto widthOf = [&](int i) { return swatch + 4 + letters.horizontalAdvance(textOf(i)) + metrics::gap; };
    QList<int> shown;
    int room = place.width() - letters.horizontalAdvance(tr(" ms"));
    for (int i = 0; i < phases_.size(); ++i) {
        shown << i;
        room -= widthOf(i);
    }
    while (room < 0 && shown.size() > 1) {
        const auto least = std::min_element(shown.begin(), shown.end(),
                                            [this](int a, int b) { return phases_[a].ms < phases_[b].ms; });
        room += widthOf(*least);
        shown.erase(least);
    }
    int left = place.left();
    for (const int i : shown) {
        const QString text = i == shown.last() ? textOf(i) + tr(" ms") : textOf(i);
        painter.fillRect(QRect(left, place.center().y() - swatch / 2 + 1, swatch, swatch), theme().series(i));
        painter.setPen(theme().color(Role::textSecondary));
        painter.drawText(QRect(left + swatch + 4, place.top(), place.right() - left, place.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        left += widthOf(i);
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
