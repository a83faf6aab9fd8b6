#include "ui/routes/listener_inspector.h"

#include "engine/base/address.h"
#include "engine/workspace/keys.h"
#include "ui/routes/field_row.h"
#include "ui/routes/route_inspector.h"
#include "ui/routes/rule_edits.h"
#include "ui/routes/section.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/state_badge.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace gatehouse::ui {

using workspace::Listener;
using workspace::ListenerProtocol;

ListenerInspector::ListenerInspector(FieldSet& fields, QWidget* parent) : QWidget(parent)
{
    auto* rows = plainColumn(this);
    rows->setContentsMargins(metrics::inset, metrics::gap, metrics::inset, metrics::inset);
    addNameRow(fields, *rows, this);
    FieldSet* set = &fields;
    const auto of = [set]() -> const Listener& {
        const auto node = workspace::parseNodeKey(set->key().toStdString());
        const auto place = workspace::findListener(set->workspace(), node->object);
        return set->workspace().gateways[place->gateway].listeners[place->listener];
    };

    auto* addressRow = new FieldRow(tr("Address"), this);
    TextField address;
    address.pointer = QStringLiteral("address");
    address.label = tr("Address");
    address.read = [of] { return QString::fromStdString(of().address); };
    address.write = [set](const QString& text) {
        return editListener(
            set->key(), setText(tr("address"), set->title(), text),
            [value = text.trimmed().toStdString()](Listener& listener) { listener.address = value; });
    };
    fields.addText(*addressRow, address);
    rows->addWidget(addressRow);
    auto* open = new StateBadge(this);
    open->setObjectName(QStringLiteral("routes.inspector.open"));
    open->setState(State::error, tr("Open to the network"));
    rows->addWidget(open, 0, Qt::AlignRight);
    const auto showOpen = [open, of] {
        const std::string& bound = of().address;
        open->setVisible(isIpLiteral(bound) && !Address{bound, 0}.isLoopback());
    };
    showOpen();
    fields.onRefresh(showOpen);

    auto* portRow = new FieldRow(tr("Port"), this);
    NumberBinding port;
    port.pointer = QStringLiteral("port");
    port.label = tr("Port");
    port.maximum = 65535;
    port.zero = tr("any free port");
    port.read = [of] { return double(of().port); };
    port.write = [set](double value) {
        return editListener(set->key(), setText(tr("port"), set->title(), QString::number(int(value))),
                            [value](Listener& listener) { listener.port = std::uint16_t(value); });
    };
    fields.addNumber(*portRow, port)->setGroupSeparatorShown(false);
    rows->addWidget(portRow);

    auto* protocolRow = new FieldRow(tr("Protocol"), this);
    ChoiceField protocol;
    protocol.pointer = QStringLiteral("protocol");
    protocol.label = tr("Protocol");
    static const std::pair<ListenerProtocol, QString> protocols[] = {
        {ListenerProtocol::HTTP, QStringLiteral("HTTP")},
        {ListenerProtocol::HTTPS, QStringLiteral("HTTPS")},
        {ListenerProtocol::TLS, QStringLiteral("TLS")},
        {ListenerProtocol::TCP, QStringLiteral("TCP")},
        {ListenerProtocol::UDP, QStringLiteral("UDP")}};
    for (const auto& [value, words] : protocols)
        protocol.items.append({words, words});
    protocol.read = [of] { return protocols[int(of().protocol)].second; };
    protocol.write = [set](const QString& chosen) {
        return editListener(set->key(), setText(tr("protocol"), set->title(), chosen),
                            [chosen](Listener& listener) {
                                for (const auto& [value, words] : protocols) {
                                    if (words == chosen)
                                        listener.protocol = value;
                                }
                            });
    };
    fields.addChoice(*protocolRow, protocol);
    rows->addWidget(protocolRow);

    auto* hostRow = new FieldRow(tr("Hostname"), this);
    TextField host;
    host.pointer = QStringLiteral("hostname");
    host.label = tr("Hostname");
    host.placeholder = tr("any");
    host.read = [of] { return QString::fromStdString(of().hostname); };
    host.write = [set](const QString& text) {
        return editListener(
            set->key(), setText(tr("hostname"), set->title(), text),
            [value = text.trimmed().toStdString()](Listener& listener) { listener.hostname = value; });
    };
    fields.addText(*hostRow, host);
    rows->addWidget(hostRow);

    auto* boundRow = new FieldRow(tr("Bound to"), this);
    auto* bound = new ElidedLabel({}, boundRow);
    bound->setObjectName(QStringLiteral("routes.inspector.bound"));
    bound->setTextStyle(TextStyle::code);
    boundRow->add(bound, 1);
    rows->addWidget(boundRow);
    const auto showBound = [set, bound] {
        const std::string object = set->key().section(u'/', 1).toStdString();
        bound->setText(tr("not yet"));
        for (const auto& state : set->applied().listeners) {
            if (state.key == object)
                bound->setText(QString::fromStdString(state.address) + u':' + QString::number(state.port));
        }
    };
    showBound();
    fields.onRefresh(showBound);
}

} // namespace gatehouse::ui
