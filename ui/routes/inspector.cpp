#include "ui/routes/inspector.h"

#include "engine/workspace/keys.h"
#include "ui/shell/document.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"

#include <QFormLayout>
#include <QVBoxLayout>

namespace gatehouse::ui {
namespace {

constexpr double mostWeight = 1'000'000; // Gateway API v1, BackendRef.weight

} // namespace

Inspector::Inspector(const Document& document, QWidget* parent) : QWidget(parent), document_(document)
{
    setObjectName(QStringLiteral("routes.inspector"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::inset, metrics::inset, metrics::inset, metrics::inset);
    column->addStretch(1);
    build();
}

void Inspector::show(const QString& key)
{
    key_ = key;
    build();
}

/// The form is built anew only when it has other fields, so that typing keeps the focus.
QString Inspector::signature() const
{
    const auto& ws = document_.workspace();
    const auto node = workspace::parseNodeKey(key_.toStdString());
    if (!node || !workspace::exists(ws, *node))
        return {};
    QString shape = key_;
    if (node->kind == workspace::NodeKind::route) {
        for (const auto& rule : ws.routes[workspace::findRoute(ws, node->object)].rules)
            shape += QStringLiteral(" %1/%2").arg(rule.matches.size()).arg(rule.backendRefs.size());
    }
    return shape;
}

void Inspector::build()
{
    built_ = signature();
    fields_.clear();
    delete body_;
    body_ = new QWidget(this);
    form_ = new QFormLayout(body_);
    form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setVerticalSpacing(metrics::gap);
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, body_);
    if (built_.isEmpty()) {
        auto* hint = new TextLabel(tr("Choose a listener, route or service to edit it."), TextStyle::body,
                                   Role::textSecondary, body_);
        hint->setWordWrap(true);
        form_->addRow(hint);
        return;
    }
    const auto& ws = document_.workspace();
    const auto node = *workspace::parseNodeKey(key_.toStdString());
    form_->addRow(new TextLabel(nodeTitle(ws, key_), TextStyle::title, Role::text, body_));
    addText(
        QStringLiteral("name"), tr("Name"),
        [this] {
            return QString::fromStdString(workspace::parseNodeKey(key_.toStdString())->object)
                .section(u'/', -1);
        },
        [this](const QString& name) { return renameNode(document_.workspace(), key_, name.trimmed()); });
    if (node.kind == workspace::NodeKind::route)
        buildRoute(workspace::findRoute(ws, node.object));
    else if (const auto place = workspace::findListener(ws, node.object);
             node.kind == workspace::NodeKind::listener && place)
        buildListener(place->gateway, place->listener);
}

void Inspector::buildRoute(int index)
{
    const auto& rules = document_.workspace().routes[index].rules;
    const QString title = nodeTitle(document_.workspace(), key_);
    for (int r = 0; r < int(rules.size()); ++r) {
        for (int m = 0; m < int(rules[r].matches.size()); ++m) {
            addText(
                QStringLiteral("rules/%1/matches/%2/path/value").arg(r).arg(m), tr("Path"),
                [=, this] {
                    return QString::fromStdString(
                        document_.workspace().routes[index].rules[r].matches[m].path.value);
                },
                [=](const QString& text) {
                    return RoutesEdit{tr("Set path of %1 to %2").arg(title, text),
                                      [=, value = text.toStdString()](workspace::Workspace& ws) {
                                          ws.routes[index].rules[r].matches[m].path.value = value;
                                      }};
                });
        }
        for (int b = 0; b < int(rules[r].backendRefs.size()); ++b)
            addWeight(r, b);
    }
}

void Inspector::buildListener(int gateway, int listener)
{
    const QString title = nodeTitle(document_.workspace(), key_);
    const auto of = [=, this]() -> const workspace::Listener& {
        return document_.workspace().gateways[gateway].listeners[listener];
    };
    addText(
        QStringLiteral("address"), tr("Address"), [=] { return QString::fromStdString(of().address); },
        [=](const QString& text) {
            return RoutesEdit{tr("Set address of %1 to %2").arg(title, text),
                              [=, value = text.toStdString()](workspace::Workspace& ws) {
                                  ws.gateways[gateway].listeners[listener].address = value;
                              }};
        });
    addText(
        QStringLiteral("port"), tr("Port"), [=] { return QString::number(of().port); },
        [=](const QString& text) {
            bool isPort = false;
            const ushort port = text.toUShort(&isPort);
            if (!isPort)
                return RoutesEdit{};
            return RoutesEdit{tr("Set port of %1 to %2").arg(title, text), [=](workspace::Workspace& ws) {
                                  ws.gateways[gateway].listeners[listener].port = port;
                              }};
        });
}

PausedEdit* Inspector::addText(const QString& field, const QString& label, Read read, Write write)
{
    auto* edit = new PausedEdit(body_);
    edit->setObjectName(QStringLiteral("routes.inspector.") + QString(field).replace(u'/', u'.'));
    edit->setAccessibleName(label);
    edit->setTextQuietly(read());
    auto* error = new FieldError(edit, body_);
    form_->addRow(label, edit);
    form_->addRow(error);
    connect(edit, &PausedEdit::edited, this, [=, this](const QString& text) {
        if (text == read())
            return error->clear();
        const RoutesEdit asked = write(text);
        if (!asked)
            return error->showProblem(
                tr("“%1” can't be used here: it is empty, taken or no number in range.").arg(text));
        error->clear();
        Q_EMIT editAsked(asked);
    });
    fields_.append({field, error, edit, [=] { edit->setTextQuietly(read()); }});
    return edit;
}

void Inspector::addWeight(int rule, int backend)
{
    const auto node = workspace::parseNodeKey(key_.toStdString());
    const auto read = [=, this]() -> const workspace::BackendRef& {
        const auto& ws = document_.workspace();
        return ws.routes[workspace::findRoute(ws, node->object)].rules[rule].backendRefs[backend];
    };
    const QString field = QStringLiteral("rules/%1/backendRefs/%2/weight").arg(rule).arg(backend);
    auto* number = new NumberField(0, mostWeight, 0, {}, body_);
    number->setObjectName(QStringLiteral("routes.inspector.") + QString(field).replace(u'/', u'.'));
    const QString label = tr("Weight of %1").arg(QString::fromStdString(read().name));
    number->setAccessibleName(label);
    number->setValueQuietly(read().weight);
    auto* error = new FieldError(number, body_);
    form_->addRow(label, number);
    form_->addRow(error);
    connect(number, &QDoubleSpinBox::valueChanged, this, [=, this](double value) {
        Q_EMIT editAsked(setWeight(document_.workspace(), key_, rule, backend, std::uint32_t(value)));
    });
    fields_.append({field, error, number, [=] { number->setValueQuietly(read().weight); }});
}

void Inspector::refresh(const ProblemIndex& problems)
{
    if (signature() != built_)
        build();
    for (const Field& field : std::as_const(fields_)) {
        field.read();
        if (const auto problem = problems.ofField(key_, field.name))
            field.error->showProblem(problem->text, problem->state);
        else
            field.error->clear();
    }
}

void Inspector::focusField(const QString& field)
{
    for (const Field& candidate : std::as_const(fields_)) {
        if (candidate.name == field)
            candidate.editor->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace gatehouse::ui
