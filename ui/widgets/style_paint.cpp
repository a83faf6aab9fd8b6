#include "ui/widgets/style_paint.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QWidget>

namespace gatehouse::ui::paint
{

namespace
{

struct Saved {
    explicit Saved(QPainter& painter) : painter_(painter)
    {
        painter_.save();
        painter_.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { painter_.restore(); }
    QPainter& painter_;
};

bool enabled(const QStyleOption& option)
{
    return option.state & QStyle::State_Enabled;
}
bool hovered(const QStyleOption& option)
{
    return enabled(option) && (option.state & QStyle::State_MouseOver);
}
bool pressed(const QStyleOption& option)
{
    return option.state & QStyle::State_Sunken;
}
bool on(const QStyleOption& option)
{
    return option.state & QStyle::State_On;
}

QColor mixed(Role a, Role b, qreal share)
{
    const QColor one = theme().color(a);
    const QColor two = theme().color(b);
    const auto part = [share](int from, int to) { return int(from + (to - from) * share); };
    return QColor(part(one.red(), two.red()), part(one.green(), two.green()), part(one.blue(), two.blue()));
}

QColor veil(qreal alpha)
{
    QColor color = theme().color(Role::text);
    color.setAlphaF(float(alpha));
    return color;
}

void roundedBox(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& edge,
                int radius = metrics::radius)
{
    painter.setPen(edge.isValid() ? QPen(edge, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = edge.isValid() ? 0.5 : 0.0;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
}

QColor edgeOf(const QStyleOption& option, const QWidget* widget)
{
    const QString problem = widget ? widget->property("problem").toString() : QString();
    if (problem == QLatin1String("error"))
        return theme().color(Role::error);
    if (problem == QLatin1String("warning"))
        return theme().color(Role::warning);
    return theme().color(enabled(option) ? Role::controlEdge : Role::line);
}

} // namespace

void field(QPainter& painter, const QStyleOption& option, const QWidget* widget)
{
    const Saved saved(painter);
    const bool readOnly = option.state & QStyle::State_ReadOnly;
    const Role ground = enabled(option) && !readOnly ? Role::base : Role::window;
    roundedBox(painter, option.rect, theme().color(ground), edgeOf(option, widget));
}

void button(QPainter& painter, const QStyleOption& option, const QWidget* widget)
{
    const Saved saved(painter);
    const QString look = widget ? widget->property("look").toString() : QString();
    const bool danger = look == QLatin1String("danger");
    if (danger || look == QLatin1String("primary")) {
        QColor fill = theme().color(danger ? Role::dangerFill : Role::accentFill);
        if (!enabled(option))
            fill = mixed(Role::sunken, Role::line, 0.6);
        else if (pressed(option))
            fill = fill.darker(115);
        else if (hovered(option))
            fill = fill.lighter(110);
        roundedBox(painter, option.rect, fill, {});
        return;
    }
    if (look == QLatin1String("quiet")) {
        if (pressed(option) || hovered(option))
            roundedBox(painter, option.rect, veil(pressed(option) ? 0.12 : 0.07), {});
        return;
    }
    QColor fill = theme().color(enabled(option) ? Role::base : Role::window);
    if (on(option))
        fill = theme().color(Role::selection);
    else if (pressed(option))
        fill = mixed(Role::base, Role::line, 0.8);
    else if (hovered(option))
        fill = mixed(Role::base, Role::line, 0.4);
    roundedBox(painter, option.rect, fill, edgeOf(option, widget));
}

void iconAndText(QPainter& painter, const QStyleOption& option, const QIcon& icon, const QString& text,
                 const QColor& color)
{
    constexpr int apart = 6;
    const QRect box = option.rect;
    const int picture = icon.isNull() ? 0 : metrics::iconSmall;
    const int gap = picture > 0 && !text.isEmpty() ? apart : 0;
    const int words = option.fontMetrics.size(Qt::TextShowMnemonic, text).width();
    int left = box.left() + std::max(2, (box.width() - picture - gap - words) / 2);
    if (picture > 0)
        icon.paint(&painter, QRect(left, box.center().y() - picture / 2 + 1, picture, picture), Qt::AlignCenter,
                   enabled(option) ? QIcon::Normal : QIcon::Disabled, on(option) ? QIcon::On : QIcon::Off);
    left += picture + gap;
    painter.setPen(enabled(option) ? color : theme().color(Role::disabled));
    painter.drawText(QRect(left, box.top(), box.right() - left, box.height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, text);
}

void toolButton(QPainter& painter, const QStyleOption& option)
{
    const Saved saved(painter);
    if (on(option))
        roundedBox(painter, option.rect, theme().color(Role::selection), {});
    else if (pressed(option) || hovered(option))
        roundedBox(painter, option.rect, veil(pressed(option) ? 0.14 : 0.07), {});
}

void checkBox(QPainter& painter, const QStyleOption& option)
{
    const Saved saved(painter);
    QRect box(0, 0, 16, 16);
    box.moveCenter(option.rect.center());
    const bool partly = option.state & QStyle::State_NoChange;
    const bool full = on(option) || partly;
    const QColor fill =
        theme().color(full ? (enabled(option) ? Role::accentFill : Role::disabled) : Role::base);
    roundedBox(painter, box, fill, full ? fill : edgeOf(option, nullptr), 3);
    if (!full)
        return;
    painter.setPen(QPen(theme().color(Role::onAccent), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF origin = QPointF(box.topLeft());
    if (partly)
        painter.drawLine(origin + QPointF(4, 8), origin + QPointF(12, 8));
    else
        painter.drawPolyline(
            QPolygonF{origin + QPointF(4, 8.2), origin + QPointF(7, 11.2), origin + QPointF(12, 5)});
}

void radioButton(QPainter& painter, const QStyleOption& option)
{
    const Saved saved(painter);
    QRectF box(0, 0, 15, 15);
    box.moveCenter(QRectF(option.rect).center());
    painter.setPen(QPen(edgeOf(option, nullptr), 1));
    painter.setBrush(theme().color(Role::base));
    if (on(option)) {
        const QColor accent = theme().color(enabled(option) ? Role::accentFill : Role::disabled);
        painter.setPen(QPen(accent, 5));
        box.adjust(2.5, 2.5, -2.5, -2.5);
    }
    painter.drawEllipse(box);
}

void chevron(QPainter& painter, const QRect& place, bool up, bool isEnabled)
{
    const int side = std::min({14, place.width(), place.height() + 4});
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(place).center());
    paintIcon(painter, square, up ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"),
              isEnabled ? Role::textSecondary : Role::disabled);
}

void comboBox(QPainter& painter, const QStyleOptionComboBox& option, const QRect& arrow,
              const QWidget* widget)
{
    const Saved saved(painter);
    if (option.frame) {
        QColor fill = theme().color(enabled(option) ? Role::base : Role::window);
        if (hovered(option) && !option.editable)
            fill = mixed(Role::base, Role::line, 0.4);
        roundedBox(painter, option.rect, fill, edgeOf(option, widget));
    }
    chevron(painter, arrow, false, enabled(option));
}

void spinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down,
             const QWidget* widget)
{
    const Saved saved(painter);
    if (option.frame)
        roundedBox(painter, option.rect, theme().color(enabled(option) ? Role::base : Role::window),
                   edgeOf(option, widget));
    if (!(option.subControls & QStyle::SC_SpinBoxUp))
        return;
    const auto part = [&](const QRect& rect, bool isUp, QStyle::SubControl sub,
                          QAbstractSpinBox::StepEnabledFlag step) {
        if (option.activeSubControls == sub && hovered(option))
            painter.fillRect(rect, veil(pressed(option) ? 0.14 : 0.07));
        chevron(painter, rect, isUp, enabled(option) && (option.stepEnabled & step));
    };
    part(up, true, QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    part(down, false, QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
}

void slider(QPainter& painter, const QStyleOptionSlider& option, const QRect& groove, const QRect& handle)
{
    const Saved saved(painter);
    const bool across = option.orientation == Qt::Horizontal;
    const QPointF middle = QRectF(groove).center();
    const QRectF track = across ? QRectF(groove.left(), middle.y() - 2, groove.width(), 4)
                                : QRectF(middle.x() - 2, groove.top(), 4, groove.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().color(Role::line));
    painter.drawRoundedRect(track, 2, 2);
    const QPointF knob = QRectF(handle).center();
    QRectF done = track;
    if (across)
        option.upsideDown ? done.setLeft(knob.x()) : done.setRight(knob.x());
    else
        option.upsideDown ? done.setTop(knob.y()) : done.setBottom(knob.y());
    painter.setBrush(theme().color(enabled(option) ? Role::accentText : Role::disabled));
    painter.drawRoundedRect(done, 2, 2);
    painter.setPen(QPen(theme().color(enabled(option) ? Role::controlEdge : Role::line), 1));
    painter.setBrush(pressed(option) ? mixed(Role::base, Role::line, 0.6) : theme().color(Role::base));
    painter.drawEllipse(knob, 6.5, 6.5);
}

void scrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& thumb)
{
    const Saved saved(painter);
    if (option.maximum <= option.minimum)
        return;
    const bool active = pressed(option) || hovered(option);
    painter.setPen(Qt::NoPen);
    painter.setBrush(active ? theme().color(Role::controlEdge) : mixed(Role::line, Role::controlEdge, 0.35));
    painter.drawRoundedRect(QRectF(thumb).adjusted(2, 2, -2, -2), 3, 3);
}

void tab(QPainter& painter, const QStyleOptionTab& option)
{
    const Saved saved(painter);
    const bool selected = option.state & QStyle::State_Selected;
    if (!selected && hovered(option))
        roundedBox(painter, option.rect.adjusted(2, 3, -2, -4), veil(0.07), {});
    if (selected)
        painter.fillRect(QRectF(option.rect.left() + 4, option.rect.bottom() - 1, option.rect.width() - 8, 2),
                         theme().color(Role::accentText));
}

void headerSection(QPainter& painter, const QStyleOptionHeader& option)
{
    painter.fillRect(option.rect, theme().color(Role::sunken));
    if (hovered(option))
        painter.fillRect(option.rect, veil(0.05));
    const QColor line = theme().color(Role::line);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), line);
}

void progress(QPainter& painter, const QStyleOptionProgressBar& option)
{
    const Saved saved(painter);
    QRectF track(option.rect.left(), QRectF(option.rect).center().y() - 2, option.rect.width(), 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().color(Role::line));
    painter.drawRoundedRect(track, 2, 2);
    const int span = option.maximum - option.minimum;
    if (span <= 0 || option.progress <= option.minimum)
        return;
    track.setWidth(track.width() * (option.progress - option.minimum) / span);
    painter.setBrush(theme().color(Role::accentText));
    painter.drawRoundedRect(track, 2, 2);
}

void menuBarItem(QPainter& painter, const QStyleOptionMenuItem& option)
{
    const Saved saved(painter);
    painter.fillRect(option.rect, theme().color(Role::sunken));
    if (option.state & QStyle::State_Selected)
        roundedBox(painter, option.rect.adjusted(1, 4, -1, -4),
                   pressed(option) ? theme().color(Role::selection) : veil(0.08), {});
    painter.setPen(theme().color(enabled(option) ? Role::text : Role::disabled));
    painter.drawText(option.rect,
                     Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine,
                     option.text);
}

void focusFrame(QPainter& painter, const QStyleOption& option)
{
    const Saved saved(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().color(Role::accentText), metrics::focusRing));
    const qreal inset = metrics::focusRing / 2.0;
    const qreal radius = metrics::radius + metrics::focusGap + inset;
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), radius, radius);
}

} // namespace gatehouse::ui::paint
