#include "ui/routes/inspector.h"

#include "engine/workspace/keys.h"
#include "ui/routes/edge_inspector.h"
#include "ui/routes/filters_section.h"
#include "ui/routes/listener_inspector.h"
#include "ui/routes/part_menu.h"
#include "ui/routes/route_inspector.h"
#include "ui/routes/service_inspector.h"
#include "ui/shell/document.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/state_badge.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

using workspace::NodeKind;

Inspector::Inspector(const Document& document, QWidget* parent)
    : QWidget(parent), document_(document), head_(new QWidget(this)), icon_(new QLabel(head_)),
      title_(new ElidedLabel({}, head_)), state_(new StateBadge(head_)),
      duplicate_(iconButton(QStringLiteral("copy"), tr("Duplicate"), head_)),
      more_(iconButton(QStringLiteral("ellipsis-vertical"), tr("More"), head_)),
      scroll_(new QScrollArea(this))
{
    setObjectName(QStringLiteral("routes.inspector"));
    setAccessibleName(tr("Inspector"));
    setMinimumWidth(metrics::inspectorWidth);
    title_->setTextStyle(TextStyle::title);
    title_->setObjectName(QStringLiteral("routes.inspector.title"));
    state_->setObjectName(QStringLiteral("routes.inspector.state"));
    duplicate_->setObjectName(QStringLiteral("routes.inspector.duplicate"));
    more_->setObjectName(QStringLiteral("routes.inspector.more"));
    auto* row = new QHBoxLayout(head_);
    row->setContentsMargins(metrics::inset, metrics::step, metrics::gap, metrics::step);
    row->setSpacing(metrics::gap);
    row->addWidget(icon_);
    row->addWidget(title_, 1);
    row->addWidget(state_);
    row->addWidget(duplicate_);
    row->addWidget(more_);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head_);
    column->addWidget(scroll_, 1);
    connect(&theme(), &Theme::changed, this, &Inspector::showHead);
    build({});
}

void Inspector::setActions(QAction* duplicate, const QList<QAction*>& more)
{
    connect(duplicate_, &QToolButton::clicked, duplicate, &QAction::trigger);
    auto* menu = new QMenu(more_);
    menu->addActions(more);
    openBelow(more_, menu);
}

void Inspector::showMany(int count)
{
    if (std::exchange(many_, count) == count && key_.isEmpty())
        return;
    key_.clear();
    build({});
}

void Inspector::show(const QString& key)
{
    if (key == key_ && std::exchange(many_, 0) == 0)
        return;
    // A renamed node has another key and the same fields: who types in one goes on typing.
    Kept kept = fields_ == nullptr ? lost_ : keep();
    kept.scroll = 0;
    key_ = key;
    build(kept);
}

QString Inspector::shape() const
{
    const auto& ws = document_.workspace();
    if (isEdge(key_)) {
        const QString edge = EdgeInspector::shapeOf(ws, key_);
        return edge.isEmpty() ? edge : key_ + u' ' + edge;
    }
    const auto node = workspace::parseNodeKey(key_.toStdString());
    if (!node || !workspace::exists(ws, *node))
        return {};
    if (node->kind == NodeKind::route)
        return key_ + u' ' + RouteInspector::shapeOf(ws.routes[workspace::findRoute(ws, node->object)], ws);
    if (node->kind == NodeKind::service)
        return key_ + u' ' + ServiceInspector::shapeOf(ws.services[workspace::findService(ws, node->object)]);
    return key_;
}

Inspector::Kept Inspector::keep() const
{
    Kept kept;
    kept.scroll = scroll_->verticalScrollBar()->value();
    if (fields_ == nullptr)
        return kept;
    kept.pointer = fields_->focused();
    if (const auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget()))
        kept.cursor = edit->cursorPosition();
    return kept;
}

void Inspector::build(const Kept& kept)
{
    built_ = shape();
    if (fields_ != nullptr)
        fields_->retire();
    fields_ = nullptr;
    // Often called from one of the old fields: they go when it has returned.
    if (QWidget* old = scroll_->takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    scroll_->setWidget(built_.isEmpty() ? makeHint() : makeBody());
    scroll_->widget()->show();
    showHead();
    if (fields_ == nullptr) {
        // A node that is gone may come back under another name in this turn.
        lost_ = kept;
        QTimer::singleShot(0, this, [this] { lost_ = {}; });
        return;
    }
    fields_->refresh(problems_);
    fields_->refreshLive(live_);
    scroll_->verticalScrollBar()->setValue(kept.scroll);
    if (kept.pointer.isEmpty() || !fields_->focus(kept.pointer))
        return;
    if (auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget()); edit && kept.cursor >= 0)
        edit->setCursorPosition(kept.cursor);
    if (QWidget* now = QApplication::focusWidget())
        scroll_->ensureWidgetVisible(now);
}

QWidget* Inspector::makeHint()
{
    const QString words =
        many_ > 0 ? tr("%1 are chosen: move, align, duplicate or delete them together.").arg(many_)
                  : tr("Choose a listener, route, service or connection to edit it.");
    auto* hint = new TextLabel(words, TextStyle::body, Role::textSecondary, scroll_);
    hint->setObjectName(QStringLiteral("routes.inspector.hint"));
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    hint->setMargin(metrics::inset);
    return hint;
}

QWidget* Inspector::makeBody()
{
    auto* body = new QWidget(scroll_);
    body->setObjectName(QStringLiteral("routes.inspector.body"));
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const bool edge = isEdge(key_);
    fields_ = new FieldSet(document_, memory_, edge ? EdgeInspector::routeOfEdge(key_) : key_, body);
    if (edge)
        column->addWidget(new EdgeInspector(*fields_, key_, body));
    else if (key_.startsWith(QLatin1String("route/")))
        column->addWidget(new RouteInspector(*fields_, body));
    else if (key_.startsWith(QLatin1String("service/")))
        column->addWidget(new ServiceInspector(*fields_, body));
    else
        column->addWidget(new ListenerInspector(*fields_, body));
    column->addStretch(1);
    connect(fields_, &FieldSet::editAsked, this, &Inspector::editAsked);
    connect(fields_, &FieldSet::settled, this, &Inspector::settled);
    connect(fields_, &FieldSet::rebuildAsked, this, [this](const QString& focusOn) {
        Kept kept = keep();
        kept.pointer = focusOn;
        kept.cursor = -1;
        build(kept);
    });
    return body;
}

void Inspector::showHead()
{
    head_->setVisible(!built_.isEmpty());
    if (built_.isEmpty())
        return;
    const auto& ws = document_.workspace();
    const auto ends = edgeEnds(key_);
    title_->setText(ends ? nodeTitle(ws, ends->from) + QStringLiteral(" → ") + nodeTitle(ws, ends->to)
                         : nodeTitle(ws, key_));
    icon_->setPixmap(iconPixmap(ends ? QStringLiteral("split") : kindIcon(ws, key_), Role::text,
                                metrics::iconBar, devicePixelRatioF()));
    duplicate_->setVisible(!ends);
}

void Inspector::setState(std::optional<State> state, const QString& words)
{
    state_->setVisible(state.has_value());
    // A long word is the field's to say; here it would push the name away.
    const bool problem = state == State::error || state == State::warning;
    const QString word = state == State::error ? tr("Error") : tr("Warning");
    if (state)
        state_->setState(*state, problem ? word : words);
    state_->setToolTip(words);
}

void Inspector::refresh(const ProblemIndex& problems)
{
    problems_ = problems;
    if (shape() != built_)
        return build(fields_ == nullptr ? lost_ : keep());
    showHead();
    if (fields_ != nullptr)
        fields_->refresh(problems);
}

void Inspector::refreshLive(const FieldSet::Live& live)
{
    live_ = live;
    if (fields_ != nullptr)
        fields_->refreshLive(live);
}

void Inspector::focusField(const QString& field)
{
    if (fields_ == nullptr)
        return;
    // The rule that holds it is shown, and the filter is opened.
    static const QRegularExpression inRule(QStringLiteral("^rules/(\\d+)(?:/filters/(\\d+))?"));
    if (const auto found = inRule.match(field); found.hasMatch()) {
        const int rule = found.captured(1).toInt();
        if (found.hasCaptured(2))
            memory_.open.insert(FiltersSection::openKey(key_, rule, found.captured(2).toInt()));
        memory_.rule[key_] = rule;
        return build({field, -1, 0});
    }
    if (fields_->focus(field) && QApplication::focusWidget() != nullptr)
        scroll_->ensureWidgetVisible(QApplication::focusWidget());
}

void Inspector::focusFirst()
{
    if (fields_ != nullptr)
        fields_->focusFirst();
}

} // namespace gatehouse::ui
