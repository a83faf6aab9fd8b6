#include "ui/widgets/icons.h"

#include "ui/widgets/assets.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

namespace gatehouse::ui
{

namespace
{

QByteArray source(const QString& name)
{
    ensureAssets();
    static QHash<QString, QByteArray> loaded;
    const auto found = loaded.constFind(name);
    if (found != loaded.constEnd())
        return *found;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    if (!opened)
        qWarning("no icon named '%s'", qPrintable(name));
    Q_ASSERT_X(opened, "icon", qPrintable(name));
    return *loaded.insert(name, opened ? file.readAll() : QByteArray());
}

class RoleIconEngine : public QIconEngine
{
public:
    RoleIconEngine(QString name, Role role) : name_(std::move(name)), role_(role) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        QRect square(0, 0, side, side);
        square.moveCenter(rect.center());
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(square, iconPixmap(name_, roleFor(mode), side, ratio));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(name_, roleFor(mode), std::min(size.width(), size.height()), 1.0);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = std::min(size.width(), size.height());
        QPixmap made = iconPixmap(name_, roleFor(mode), int(std::lround(side / scale)), scale);
        return made;
    }
    QIconEngine* clone() const override { return new RoleIconEngine(name_, role_); }
    QString key() const override { return QStringLiteral("gatehouse-role"); }

private:
    Role roleFor(QIcon::Mode mode) const { return mode == QIcon::Disabled ? Role::disabled : role_; }
    QString name_;
    Role role_;
};

} // namespace

QIcon icon(const QString& name, Role role)
{
    return QIcon(new RoleIconEngine(name, role));
}

QPixmap iconPixmap(const QString& name, Role role, int size, qreal ratio)
{
    const QColor color = theme().color(role);
    const QString key = QStringLiteral("gatehouse/%1/%2/%3/%4").arg(name, color.name()).arg(size).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray svg = source(name);
    svg.replace("currentColor", color.name().toLatin1());
    const int device = std::max(1, int(std::lround(size * ratio)));
    pixmap = QPixmap(device, device);
    pixmap.fill(Qt::transparent);
    if (!svg.isEmpty()) {
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(0, 0, device, device));
    }
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter& painter, const QRectF& place, const QString& name, Role role)
{
    const qreal device = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    const qreal zoom = painter.worldTransform().m11();
    const qreal ratio = device * (zoom > 0 ? zoom : 1.0);
    painter.drawPixmap(place, iconPixmap(name, role, int(std::lround(place.width())), ratio), QRectF());
}

QString stateIconName(State state)
{
    static const std::array names = {QStringLiteral("circle-check"), QStringLiteral("triangle-alert"),
                                     QStringLiteral("octagon-x"), QStringLiteral("info"),
                                     QStringLiteral("circle-dashed")};
    return names[std::size_t(state)];
}

Role stateRole(State state)
{
    constexpr std::array roles = {Role::ok, Role::warning, Role::error, Role::info, Role::off};
    return roles[std::size_t(state)];
}

Role stateTintRole(State state)
{
    constexpr std::array roles = {Role::okTint, Role::warningTint, Role::errorTint, Role::infoTint,
                                  Role::offTint};
    return roles[std::size_t(state)];
}

} // namespace gatehouse::ui
