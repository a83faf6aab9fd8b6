#include "ui/canvas/canvas_accessible.h"

#include "ui/canvas/canvas_view.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

#include <algorithm>

namespace gatehouse::ui {
namespace {

/// Asks a part for its key; Qt 6.4 has no text kind for an identifier.
constexpr auto keyText = QAccessible::Text(QAccessible::UserText + 1);

QString spoken(const CanvasNode& node)
{
    QStringList parts{node.kind.isEmpty() ? node.title : node.kind + u' ' + node.title, node.subtitle,
                      node.markText};
    parts += node.numbers;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString spoken(const CanvasEdge& edge, const Diagram& diagram)
{
    const auto title = [&](const QString& key) {
        for (const CanvasNode& node : diagram.nodes) {
            if (node.key == key)
                return node.title;
        }
        return key;
    };
    QStringList parts{CanvasView::tr("%1 to %2").arg(title(edge.from), title(edge.to)), edge.label,
                      edge.markText};
    if (!edge.errorText.isEmpty())
        parts.append(CanvasView::tr("%1 errors").arg(edge.errorText));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

class CanvasInterface;

/// One node or edge, by key: what it says is read from the view's diagram when asked.
class PartInterface : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    PartInterface(CanvasView& view, QString key) : view_(&view), key_(std::move(key)) {}
    const QString& key() const { return key_; }

    bool isValid() const override { return view_ != nullptr && (node() != nullptr || edge() != nullptr); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(view_); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}
    QAccessible::Role role() const override { return QAccessible::Graphic; }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name) {
            if (const CanvasNode* n = node())
                return spoken(*n);
            if (const CanvasEdge* e = edge())
                return spoken(*e, view_->diagram());
        }
        if (kind == keyText)
            return key_;
        return {};
    }

    QRect rect() const override
    {
        QRectF area = view_->nodeRect(key_);
        if (area.isNull())
            area = view_->edgeLine(key_).boundingRect().adjusted(-4, -4, 4, 4);
        const QRect pixels = view_->mapFromScene(area).boundingRect();
        return {view_->viewport()->mapToGlobal(pixels.topLeft()), pixels.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        const bool selected = view_->selectedKeys().contains(key_);
        const bool current = view_->currentKey() == key_;
        state.selectable = true;
        state.focusable = true;
        state.multiSelectable = true;
        state.selected = selected;
        state.focused = current && view_->hasFocus();
        state.offscreen = !view_->viewport()->rect().intersects(
            QRect(view_->viewport()->mapFromGlobal(rect().topLeft()), rect().size()));
        state.invisible = !view_->isVisible();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {setFocusAction(), pressAction()}; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& name) override
    {
        if (name != setFocusAction() && name != pressAction())
            return;
        view_->setFocus(Qt::OtherFocusReason);
        view_->setCurrentKey(key_);
        if (name == pressAction())
            Q_EMIT view_->activated(key_);
    }

private:
    const CanvasNode* node() const
    {
        const auto& all = view_->diagram().nodes;
        const auto it =
            std::find_if(all.begin(), all.end(), [&](const CanvasNode& n) { return n.key == key_; });
        return it == all.end() ? nullptr : &*it;
    }
    const CanvasEdge* edge() const
    {
        const auto& all = view_->diagram().edges;
        const auto it =
            std::find_if(all.begin(), all.end(), [&](const CanvasEdge& e) { return e.key == key_; });
        return it == all.end() ? nullptr : &*it;
    }

    QPointer<CanvasView> view_;
    QString key_;
};

class CanvasInterface : public QAccessibleWidget
{
public:
    explicit CanvasInterface(CanvasView& view) : QAccessibleWidget(&view, QAccessible::Canvas), view_(view) {}
    ~CanvasInterface() override
    {
        for (QAccessible::Id id : std::as_const(ids_))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override
    {
        return int(view_.diagram().nodes.size() + view_.diagram().edges.size());
    }
    QAccessibleInterface* child(int index) const override { return partOf(keys().value(index)); }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        for (const QString& key : keys()) {
            QAccessibleInterface* part = partOf(key);
            if (part != nullptr && part->rect().contains(x, y))
                return part;
        }
        return nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        return child == nullptr ? -1 : int(keys().indexOf(child->text(keyText)));
    }
    QAccessibleInterface* focusChild() const override
    {
        return view_.hasFocus() ? partOf(view_.currentKey()) : nullptr;
    }

private:
    QStringList keys() const
    {
        QStringList all = view_.readingOrder();
        for (const CanvasEdge& edge : view_.diagram().edges)
            all.append(edge.key);
        return all;
    }
    QAccessibleInterface* partOf(const QString& key) const
    {
        if (key.isEmpty())
            return nullptr;
        if (const auto known = ids_.constFind(key); known != ids_.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto* part = new PartInterface(view_, key);
        ids_.insert(key, QAccessible::registerAccessibleInterface(part));
        return part;
    }

    CanvasView& view_;
    mutable QHash<QString, QAccessible::Id> ids_;
};

QAccessibleInterface* makeInterface(const QString& className, QObject* object)
{
    if (className != QLatin1String("gatehouse::ui::CanvasView"))
        return nullptr;
    auto* view = qobject_cast<CanvasView*>(object);
    return view == nullptr ? nullptr : new CanvasInterface(*view);
}

} // namespace

void installCanvasAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(&makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

void announceCanvasFocus(CanvasView& view, const QString& key)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(&view);
    if (canvas == nullptr)
        return;
    for (int i = 0; i < canvas->childCount(); ++i) {
        QAccessibleInterface* part = canvas->child(i);
        if (part == nullptr || part->text(keyText) != key)
            continue;
        QAccessibleEvent event(part, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
        return;
    }
}

} // namespace gatehouse::ui
