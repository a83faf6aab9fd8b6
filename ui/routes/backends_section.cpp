#include "ui/routes/backends_section.h"

#include "engine/workspace/keys.h"
#include "ui/routes/edit_parts.h"
#include "ui/routes/field_row.h"
#include "ui/routes/part_menu.h"
#include "ui/routes/section.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/section_header.h"

#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace gatehouse::ui {

using workspace::BackendRef;
using workspace::HttpRoute;

namespace {

constexpr double mostWeight = 1'000'000; // Gateway API v1, BackendRef.weight
constexpr int numberWidth = 84;

/// 0 … 1 of the rule's traffic.
double shareOf(const std::vector<BackendRef>& backends, int backend)
{
    double sum = 0;
    for (const BackendRef& other : backends)
        sum += other.weight;
    return sum > 0 ? backends[backend].weight / sum : 0;
}

QString serviceNode(const BackendRef& backend, const HttpRoute& route)
{
    return QStringLiteral("service/") + QString::fromStdString(workspace::serviceKeyOf(backend, route));
}

/// Which of its ports, where a service has several.
void addPortRow(FieldSet& fields, QVBoxLayout& column, const QString& route, int rule, int backend,
                const QString& pointer, QWidget* parent)
{
    FieldSet* set = &fields;
    const auto ref = [=]() -> const BackendRef& {
        return routeOf(set->workspace(), route)->rules[rule].backendRefs[backend];
    };
    const int index = workspace::findService(
        fields.workspace(), workspace::serviceKeyOf(ref(), *routeOf(fields.workspace(), route)));
    if (index < 0 || fields.workspace().services[index].ports.size() < 2)
        return;
    auto* row = new FieldRow(tr("Port"), parent);
    ChoiceField port;
    port.pointer = pointer + QStringLiteral("/port");
    port.label = tr("Port of %1").arg(QString::fromStdString(ref().name));
    for (const auto& offered : fields.workspace().services[index].ports) {
        const QString number = QString::number(offered.port);
        port.items.append(
            {number, offered.name.empty() ? number : number + u' ' + QString::fromStdString(offered.name)});
    }
    port.read = [=] { return ref().port ? QString::number(*ref().port) : QString(); };
    port.write = [=](const QString& value) {
        return editRoute(route, setText(tr("backend port"), nodeTitle(set->workspace(), route), value),
                         [=](HttpRoute& owner) {
                             owner.rules[rule].backendRefs[backend].port = std::uint16_t(value.toUShort());
                         });
    };
    fields.addChoice(*row, port);
    column.addWidget(row);
}

} // namespace

void addBackendRows(FieldSet& fields, QVBoxLayout& column, const QString& route, int rule, int backend,
                    const QString& pointer, QWidget* more, QWidget* parent)
{
    FieldSet* set = &fields;
    const auto refs = [=]() -> const std::vector<BackendRef>& {
        return routeOf(set->workspace(), route)->rules[rule].backendRefs;
    };
    const QString service = serviceNode(refs()[backend], *routeOf(fields.workspace(), route));
    const QString name = nodeTitle(fields.workspace(), service);

    auto* head = new FieldRow({}, parent);
    auto* title = new ElidedLabel(name, head);
    head->add(title, 1);
    auto* rate = new TextLabel({}, TextStyle::codeSmall, Role::textSecondary, head);
    rate->setObjectName(QStringLiteral("routes.inspector.rate.%1.%2").arg(rule).arg(backend));
    rate->setToolTip(tr("Requests from this route to %1 now, by all its rules").arg(name));
    head->add(rate);
    if (more != nullptr)
        head->add(more);
    fields.addAnchor(pointer, nullptr, head->addError(title));
    column.addWidget(head);
    fields.onLive([=](const FieldSet::Live& live) {
        const auto now = live ? live(Scope::leaving(route.section(u'/', 1).toStdString(),
                                                    service.section(u'/', 1).toStdString()))
                              : Now{.rate_per_s = std::nan("")};
        rate->setText(std::isnan(now.rate_per_s) ? QString() : rateText(now.rate_per_s));
    });

    auto* row = new FieldRow({}, parent);
    if (refs().size() > 1) {
        auto* slider = new QSlider(Qt::Horizontal, row);
        slider->setObjectName(QStringLiteral("routes.inspector.share.%1.%2").arg(rule).arg(backend));
        slider->setAccessibleName(tr("Share of %1 in per cent").arg(name));
        slider->setRange(0, 100);
        slider->installEventFilter(set);
        const auto show = [=] {
            const QSignalBlocker quiet(slider);
            const double share = shareOf(refs(), backend);
            if (!slider->isSliderDown())
                slider->setValue(int(std::lround(share * 100)));
            slider->setToolTip(tr("%1 of the rule's requests").arg(shareText(share)));
        };
        show();
        fields.onRefresh(show);
        QObject::connect(slider, &QSlider::valueChanged, set, [=](int percent) {
            set->ask(setShare(set->workspace(), route, rule, backend, percent));
        });
        QObject::connect(slider, &QSlider::sliderReleased, set, &FieldSet::settled);
        row->add(slider, 1);
    } else {
        auto* words = new ElidedLabel(tr("Weight"), row);
        words->setRole(Role::textSecondary);
        row->add(words, 1);
    }
    NumberBinding weight;
    weight.pointer = pointer + QStringLiteral("/weight");
    weight.label = tr("Weight of %1").arg(name);
    weight.maximum = mostWeight;
    weight.read = [=] { return double(refs()[backend].weight); };
    weight.write = [=](double value) {
        return setWeight(set->workspace(), route, rule, backend, std::uint32_t(value));
    };
    fields.addNumber(*row, weight, 0)->setFixedWidth(numberWidth);
    column.addWidget(row);
    addPortRow(fields, column, route, rule, backend, pointer, parent);
    if (const auto count = refs()[backend].filters.size(); count > 0) {
        auto* words = new TextLabel(tr("Filters of its own: %1, kept as they are").arg(count),
                                    TextStyle::caption, Role::textSecondary, parent);
        words->setWordWrap(true);
        column.addWidget(words);
    }
}

BackendsSection::BackendsSection(FieldSet& fields, int rule, QWidget* parent)
    : QWidget(parent), fields_(fields), rule_(rule)
{
    auto* column = plainColumn(this);
    column->setSpacing(0);
    const Section section = addSection(fields, *column, QStringLiteral("backends"), tr("Backends"), this);
    const auto& backends = fields.route().rules[rule].backendRefs;
    section.head->setCount(int(backends.size()));
    QAbstractButton* more = addHeadButton(section, QStringLiteral("backend"), tr("Add backend"));
    auto* menu = new QMenu(more);
    menu->setObjectName(QStringLiteral("routes.inspector.add.backendMenu"));
    for (const QString& key : nodeKeys(fields.workspace())) {
        if (!key.startsWith(QLatin1String("service/")))
            continue;
        const bool taken = std::any_of(backends.begin(), backends.end(), [&](const BackendRef& backend) {
            return serviceNode(backend, fields.route()) == key;
        });
        QAction* action = menu->addAction(icon(kindIcon(fields.workspace(), key), Role::textSecondary),
                                          nodeTitle(fields.workspace(), key));
        action->setEnabled(!taken);
        connect(action, &QAction::triggered, this, [this, key] {
            fields_.ask(gatehouse::ui::addBackend(fields_.workspace(), fields_.key(), rule_, key));
        });
    }
    if (menu->isEmpty())
        menu->addAction(tr("There is no service yet"))->setEnabled(false);
    openBelow(more, menu);
    auto* anchor = new FieldRow({}, section.body);
    section.rows->addWidget(anchor);
    const QString base = QStringLiteral("rules/%1/backendRefs").arg(rule);
    fields.addAnchor(base, nullptr, anchor->addError(section.head));
    for (int backend = 0; backend < int(backends.size()); ++backend)
        addBackendRows(fields, *section.rows, fields.key(), rule, backend,
                       base + u'/' + QString::number(backend),
                       partMenuButton(fields, {Part::backend, rule, backend}, section.body), section.body);
}

} // namespace gatehouse::ui
