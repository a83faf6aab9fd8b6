#include "ui/canvas/node_item.h"

#include "ui/canvas/geometry.h"
#include "ui/widgets/icons.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>

namespace gatehouse::ui {
namespace {

constexpr double textLeft = 44;
constexpr double numbersTop = nodeHeight + 7;
constexpr double numbersHeight = 18;
constexpr double portRadius = 5;
const QRectF frame(0, 0, nodeWidth, nodeHeight);

QFont largeTitleFont()
{
    QFont font = theme().font(TextStyle::label);
    font.setPixelSize(22);
    return font;
}

QStaticText laidOut(const QString& text, const QFont& font, double width)
{
    QStaticText result(QFontMetricsF(font).elidedText(text, Qt::ElideRight, width));
    result.setTextFormat(Qt::PlainText);
    result.setPerformanceHint(QStaticText::AggressiveCaching);
    result.prepare({}, font);
    return result;
}

bool isProblem(const std::optional<State>& mark)
{
    return mark == State::warning || mark == State::error;
}

} // namespace

NodeItem::NodeItem(CanvasNode node, const CanvasLook& look) : node_(std::move(node)), look_(look)
{
    setFlag(ItemIsSelectable);
    setPos(node_.topLeft);
    setZValue(1);
    layTexts();
}

void NodeItem::setNode(const CanvasNode& node)
{
    if (node == node_)
        return;
    const bool sameTexts = node.title == node_.title && node.subtitle == node_.subtitle;
    const bool onlyNumbers = [&] {
        CanvasNode other = node;
        other.numbers = node_.numbers;
        return other == node_;
    }();
    const bool moved = node.topLeft != node_.topLeft;
    node_ = node;
    if (!sameTexts) {
        layTexts();
    } else {
        const QFont font = theme().font(TextStyle::codeSmall);
        numbers_ = laidOut(node_.numbers.join(QStringLiteral(" · ")), font, nodeWidth + 24);
    }
    if (moved)
        setPos(node_.topLeft);
    update(onlyNumbers ? QRectF(-16, numbersTop, nodeWidth + 32, numbersHeight) : boundingRect());
}

void NodeItem::layTexts()
{
    const double room = nodeWidth - textLeft - (node_.mark ? 32 : 12);
    title_ = laidOut(node_.title, theme().font(TextStyle::label), room);
    largeTitle_ = laidOut(node_.title, largeTitleFont(), nodeWidth - textLeft - 40);
    subtitle_ = laidOut(node_.subtitle, theme().font(TextStyle::codeSmall), nodeWidth - textLeft - 8);
    numbers_ = laidOut(node_.numbers.join(QStringLiteral(" · ")), theme().font(TextStyle::codeSmall),
                       nodeWidth + 24);
}

void NodeItem::refreshTheme()
{
    layTexts();
    update();
}

QPointF NodeItem::port() const
{
    return pos() + QPointF(nodeWidth, nodeHeight / 2);
}

bool NodeItem::atPort(QPointF scenePoint, double zoom) const
{
    return node_.givesEdges && QLineF(port(), scenePoint).length() <= 12 / std::max(0.5, zoom);
}

QRectF NodeItem::boundingRect() const
{
    return {-16, -8, nodeWidth + 32, nodeHeight + 8 + 7 + numbersHeight + 2};
}

QPainterPath NodeItem::shape() const
{
    QPainterPath path;
    path.addRoundedRect(frame, nodeRadius, nodeRadius);
    return path;
}

void NodeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    if (node_.faded)
        painter->setOpacity(0.55);
    paintFrame(*painter);
    switch (detailAt(look_.zoom)) {
    case Detail::full:
        paintFull(*painter);
        break;
    case Detail::title:
        paintTitleOnly(*painter);
        break;
    case Detail::icon:
        paintIconOnly(*painter);
        break;
    }
    paintPort(*painter);
    painter->setOpacity(1);
}

void NodeItem::paintFrame(QPainter& painter) const
{
    const Theme& t = theme();
    const double radius = node_.shape == NodeShape::square ? 1 : nodeRadius;
    painter.setBrush(Qt::NoBrush);
    if (node_.lit && !isSelected()) {
        painter.setPen(QPen(t.color(Role::selection), 5));
        painter.drawRoundedRect(frame.adjusted(-2.5, -2.5, 2.5, 2.5), radius + 2.5, radius + 2.5);
    }
    if (isSelected()) {
        painter.setPen(QPen(t.color(Role::accentText), 2));
        painter.drawRoundedRect(frame.adjusted(-3, -3, 3, 3), radius + 3, radius + 3);
    }
    QPen edge(t.color(Role::controlEdge), 1);
    if (isProblem(node_.mark))
        edge = QPen(t.stateColor(*node_.mark), 2);
    if (look_.dropTarget == node_.key)
        edge = QPen(t.color(Role::accentText), 2, Qt::DashLine);
    const double inset = edge.widthF() / 2;
    painter.setPen(edge);
    painter.setBrush(t.color(Role::base));
    painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), radius, radius);
    if (node_.shape == NodeShape::gateway) {
        painter.setPen(QPen(edge.color(), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(3.5, 3.5, -3.5, -3.5), radius - 3, radius - 3);
    }
}

void NodeItem::paintFull(QPainter& painter) const
{
    const Theme& t = theme();
    paintIcon(painter, QRectF(12, 18, 20, 20), node_.icon, Role::textSecondary);
    painter.setPen(t.color(Role::text));
    painter.setFont(t.font(TextStyle::label));
    const bool alone = node_.subtitle.isEmpty();
    painter.drawStaticText(QPointF(textLeft, alone ? (nodeHeight - title_.size().height()) / 2 : 9), title_);
    painter.setPen(t.color(Role::textSecondary));
    painter.setFont(t.font(TextStyle::codeSmall));
    if (!alone)
        painter.drawStaticText(QPointF(textLeft, 30), subtitle_);
    if (node_.mark)
        paintIcon(painter, QRectF(nodeWidth - 24, 8, 16, 16), stateIconName(*node_.mark),
                  stateRole(*node_.mark));
    if (node_.pinned)
        paintIcon(painter, QRectF(nodeWidth - 21, nodeHeight - 19, 11, 11), QStringLiteral("pin"),
                  Role::placeholder);
    if (!node_.numbers.isEmpty() && look_.live)
        painter.drawStaticText(QPointF((nodeWidth - numbers_.size().width()) / 2, numbersTop), numbers_);
}

void NodeItem::paintTitleOnly(QPainter& painter) const
{
    const Theme& t = theme();
    paintIcon(painter, QRectF(10, 14, 28, 28), node_.icon, Role::textSecondary);
    painter.setPen(t.color(Role::text));
    painter.setFont(largeTitleFont());
    painter.drawStaticText(QPointF(textLeft, (nodeHeight - largeTitle_.size().height()) / 2), largeTitle_);
    if (node_.mark)
        paintIcon(painter, QRectF(nodeWidth - 34, 15, 26, 26), stateIconName(*node_.mark),
                  stateRole(*node_.mark));
}

void NodeItem::paintIconOnly(QPainter& painter) const
{
    paintIcon(painter, QRectF(28, 8, 40, 40), node_.icon, Role::textSecondary);
    if (node_.mark)
        paintIcon(painter, QRectF(nodeWidth - 68, 8, 40, 40), stateIconName(*node_.mark),
                  stateRole(*node_.mark));
}

void NodeItem::paintPort(QPainter& painter) const
{
    if (!node_.givesEdges || (look_.hovered != node_.key && !isSelected()) ||
        detailAt(look_.zoom) == Detail::icon)
        return;
    painter.setPen(QPen(theme().color(Role::accentText), 2));
    painter.setBrush(theme().color(Role::base));
    painter.drawEllipse(QPointF(nodeWidth, nodeHeight / 2), portRadius, portRadius);
}

} // namespace gatehouse::ui
