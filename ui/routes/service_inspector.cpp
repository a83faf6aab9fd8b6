#include "ui/routes/service_inspector.h"

#include "engine/workspace/keys.h"
#include "ui/routes/field_row.h"
#include "ui/routes/list_rows.h"
#include "ui/routes/route_inspector.h"
#include "ui/routes/rule_edits.h"
#include "ui/routes/section.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/section_header.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace gatehouse::ui {

using workspace::Endpoint;
using workspace::Service;

namespace {

constexpr double mostLatency_ms = 60'000;

std::optional<std::uint16_t> portOf(const QString& text)
{
    bool isPort = false;
    const ushort port = text.trimmed().toUShort(&isPort);
    return isPort && port > 0 ? std::optional(std::uint16_t(port)) : std::nullopt;
}

} // namespace

QString ServiceInspector::shapeOf(const Service& service)
{
    return QStringLiteral("%1 %2").arg(service.endpoints.size()).arg(service.demo.has_value());
}

ServiceInspector::ServiceInspector(FieldSet& fields, QWidget* parent) : QWidget(parent), fields_(fields)
{
    auto* column = plainColumn(this);
    column->setSpacing(0);
    auto* top = new QWidget(this);
    auto* rows = plainColumn(top);
    rows->setContentsMargins(metrics::inset, metrics::gap, metrics::inset, metrics::inset);
    addNameRow(fields, *rows, top);
    addWord(*rows, QStringLiteral("app"), tr("App"), tr("app"), &Service::app, tr("the name"));
    addWord(*rows, QStringLiteral("version"), tr("Version"), tr("version"), &Service::version, tr("none"));
    column->addWidget(top);
    const Section section = addSection(fields, *column, QStringLiteral("servers"), tr("Servers"), this);
    addDemo(*section.rows);
    if (service().demo)
        addKnobs(*section.rows);
    if (!service().demo || !service().endpoints.empty())
        addEndpoints(*section.rows);
}

const Service& ServiceInspector::service() const
{
    const auto node = workspace::parseNodeKey(fields_.key().toStdString());
    return fields_.workspace().services[workspace::findService(fields_.workspace(), node->object)];
}

void ServiceInspector::addWord(QVBoxLayout& column, const QString& member, const QString& label,
                               const QString& noun, std::string Service::*text, const QString& placeholder)
{
    auto* row = new FieldRow(label, this);
    TextField field;
    field.pointer = member;
    field.label = label;
    field.placeholder = placeholder;
    field.read = [this, text] { return QString::fromStdString(service().*text); };
    field.write = [this, text, noun](const QString& words) {
        return editService(
            fields_.key(), setText(noun, fields_.title(), words),
            [text, value = words.trimmed().toStdString()](Service& owner) { owner.*text = value; });
    };
    fields_.addText(*row, field);
    column.addWidget(row);
}

void ServiceInspector::addDemo(QVBoxLayout& column)
{
    auto* row = new FieldRow(tr("Run by"), this);
    ChoiceField demo;
    demo.pointer = QStringLiteral("demo/app");
    demo.label = tr("Who runs the service");
    demo.items.append({QString(), tr("its own servers")});
    for (const char* app : {"catalog", "orders", "users", "reviews", "echo"})
        demo.items.append({QLatin1String(app), tr("Gatehouse: demo %1").arg(QLatin1String(app))});
    demo.read = [this] { return service().demo ? QString::fromStdString(service().demo->app) : QString(); };
    demo.write = [this](const QString& app) {
        const QString name = app.isEmpty() ? tr("Run %1 by its own servers").arg(fields_.title())
                                           : tr("Run %1 as demo %2").arg(fields_.title(), app);
        return editService(fields_.key(), name, [app](Service& owner) {
            if (app.isEmpty())
                return owner.demo.reset();
            if (!owner.demo)
                owner.demo.emplace();
            owner.demo->app = app.toStdString();
            owner.endpoints.clear(); // a demo's are the engine's to choose
        });
    };
    fields_.addChoice(*row, demo);
    column.addWidget(row);

    auto* at = new FieldRow(tr("Answers at"), this);
    auto* words = new ElidedLabel({}, at);
    words->setObjectName(QStringLiteral("routes.inspector.endpointsNow"));
    words->setTextStyle(TextStyle::code);
    at->add(words, 1);
    column.addWidget(at);
    const auto show = [this, words] {
        const std::string object = fields_.key().section(u'/', 1).toStdString();
        QStringList endpoints;
        for (const auto& state : fields_.applied().backends) {
            for (const std::string& endpoint :
                 state.service == object ? state.endpoints : std::vector<std::string>())
                endpoints.append(QString::fromStdString(endpoint));
        }
        words->setText(endpoints.isEmpty() ? tr("nowhere yet") : endpoints.join(QStringLiteral(", ")));
    };
    show();
    fields_.onRefresh(show);
}

void ServiceInspector::addKnobs(QVBoxLayout& column)
{
    auto* latencyRow = new FieldRow(tr("Latency"), this);
    NumberBinding latency;
    latency.pointer = QStringLiteral("demo/latency_ms");
    latency.label = tr("Median latency in milliseconds");
    latency.maximum = mostLatency_ms;
    latency.decimals = 1;
    latency.unit = QStringLiteral("ms");
    latency.read = [this] { return service().demo->latency_ms; };
    latency.write = [this](double value) {
        return editService(
            fields_.key(),
            setText(tr("latency"), fields_.title(), tr("%1 ms").arg(QLocale().toString(value, 'f', 1))),
            [value](Service& owner) { owner.demo->latency_ms = value; });
    };
    fields_.addNumber(*latencyRow, latency);
    column.addWidget(latencyRow);

    auto* errorsRow = new FieldRow(tr("Errors"), this);
    NumberBinding errors;
    errors.pointer = QStringLiteral("demo/errorShare");
    errors.label = tr("Share of answers that are 500, in per cent");
    errors.maximum = 100;
    errors.decimals = 1;
    errors.unit = QStringLiteral("%");
    errors.read = [this] { return service().demo->errorShare * 100; };
    errors.write = [this](double value) {
        return editService(
            fields_.key(),
            setText(tr("error share"), fields_.title(), tr("%1 %").arg(QLocale().toString(value, 'f', 1))),
            [value](Service& owner) { owner.demo->errorShare = value / 100; });
    };
    fields_.addNumber(*errorsRow, errors);
    column.addWidget(errorsRow);
}

void ServiceInspector::addEndpoints(QVBoxLayout& column)
{
    RowList list;
    list.pointer = QStringLiteral("endpoints");
    list.title = tr("Endpoints");
    list.noun = tr("endpoint");
    list.columns = {QStringLiteral("address"), QStringLiteral("port")};
    list.labels = {tr("IP address"), tr("port")};
    list.required = 2;
    list.read = [this] {
        QList<QStringList> rows;
        for (const Endpoint& endpoint : service().endpoints)
            rows.append({QString::fromStdString(endpoint.address), QString::number(endpoint.port)});
        return rows;
    };
    list.write = [this](int row, int at, const QString& text) -> RoutesEdit {
        const auto port = portOf(text);
        if (at == 1 && !port)
            return {};
        return editService(fields_.key(), setText(tr("endpoint"), fields_.title(), text),
                           [=, value = text.trimmed().toStdString()](Service& owner) {
                               if (at == 0)
                                   owner.endpoints[row].address = value;
                               else
                                   owner.endpoints[row].port = *port;
                           });
    };
    list.add = [this](const QStringList& texts) -> RoutesEdit {
        const auto port = portOf(texts[1]);
        if (!port)
            return {};
        return editService(fields_.key(), tr("Add endpoint %1 to %2").arg(texts.join(u':'), fields_.title()),
                           [=, address = texts[0].trimmed().toStdString()](Service& owner) {
                               owner.endpoints.push_back({.address = address, .port = *port});
                           });
    };
    list.remove = [this](int row) {
        return editService(
            fields_.key(),
            tr("Remove endpoint %1 from %2")
                .arg(QString::fromStdString(service().endpoints[row].address), fields_.title()),
            [row](Service& owner) { owner.endpoints.erase(owner.endpoints.begin() + row); });
    };
    column.addWidget(new ListRows(fields_, list, this));
}

} // namespace gatehouse::ui
