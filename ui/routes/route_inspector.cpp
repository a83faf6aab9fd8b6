#include "ui/routes/route_inspector.h"

#include "engine/workspace/keys.h"
#include "ui/routes/backends_section.h"
#include "ui/routes/field_row.h"
#include "ui/routes/filters_section.h"
#include "ui/routes/match_section.h"
#include "ui/routes/part_menu.h"
#include "ui/routes/rule_lists.h"
#include "ui/routes/section.h"
#include "ui/routes/timeouts_section.h"
#include "ui/routes/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::ui {

using workspace::HttpRoute;
using workspace::Workspace;

namespace {

/// "1  preview", "2  /catalog": a rule in the list of rules.
QString ruleTitle(const HttpRoute& route, int rule)
{
    const auto& of = route.rules[rule];
    QString words = QString::fromStdString(of.name);
    if (words.isEmpty() && !of.matches.empty())
        words = QString::fromStdString(of.matches.front().path.value);
    return tr("Rule %1").arg(rule + 1) + (words.isEmpty() ? QString() : QStringLiteral("  ") + words);
}

} // namespace

void addNameRow(FieldSet& fields, QVBoxLayout& column, QWidget* parent)
{
    FieldSet* set = &fields;
    auto* row = new FieldRow(tr("Name"), parent);
    TextField name;
    name.pointer = QStringLiteral("name");
    name.label = tr("Name");
    name.read = [set] {
        return QString::fromStdString(workspace::parseNodeKey(set->key().toStdString())->object)
            .section(u'/', -1);
    };
    name.write = [set](const QString& text) {
        return renameNode(set->workspace(), set->key(), text.trimmed());
    };
    fields.addText(*row, name);
    column.addWidget(row);
}

QString RouteInspector::shapeOf(const HttpRoute& route, const Workspace& workspace)
{
    QStringList shape;
    const auto count = [&](const auto& list) { shape.append(QString::number(list.size())); };
    count(route.hostnames);
    for (const auto& rule : route.rules) {
        shape.append(QStringLiteral("rule"));
        for (const auto& match : rule.matches) {
            shape.append(QStringLiteral("match"));
            count(match.headers);
            count(match.queryParams);
        }
        for (const auto& filter : rule.filters) {
            shape.append(filterTypeText(filter.type));
            for (const auto* modifier : {&filter.requestHeaderModifier, &filter.responseHeaderModifier}) {
                if (!*modifier)
                    continue;
                count((*modifier)->set);
                count((*modifier)->add);
                count((*modifier)->remove);
            }
            for (const auto* path : {filter.requestRedirect ? &filter.requestRedirect->path : nullptr,
                                     filter.urlRewrite ? &filter.urlRewrite->path : nullptr})
                shape.append(path == nullptr || !*path ? QStringLiteral("-")
                                                       : QString::number(int((*path)->type)));
        }
        for (const auto& backend : rule.backendRefs)
            shape.append(QString::fromStdString(workspace::serviceKeyOf(backend, route)));
    }
    for (const QString& key : nodeKeys(workspace)) {
        if (!key.startsWith(QLatin1String("route/")))
            shape.append(key);
    }
    return shape.join(u' ');
}

RouteInspector::RouteInspector(FieldSet& fields, QWidget* parent) : QWidget(parent), fields_(fields)
{
    auto* column = plainColumn(this);
    column->setSpacing(0);
    auto* top = new QWidget(this);
    auto* rows = plainColumn(top);
    rows->setContentsMargins(metrics::inset, metrics::gap, metrics::inset, metrics::inset);
    addNameRow(fields, *rows, top);
    addListeners(*rows);
    rows->addWidget(new ListRows(fields,
                                 nameList(
                                     fields, {QStringLiteral("hostnames"), tr("Hostnames"), tr("hostname")},
                                     [](HttpRoute & route) -> auto& { return route.hostnames; }),
                                 top));
    column->addWidget(top);

    const int rules = int(fields.route().rules.size());
    rule_ = rules == 0 ? -1 : std::clamp(fields.memory().rule.value(fields.key()), 0, rules - 1);
    rows->addSpacing(metrics::gap);
    addRuleBar(*rows);
    if (rule_ < 0)
        return;
    if (rules > 1)
        addRuleName(*rows);
    column->addWidget(new MatchSection(fields, rule_, this));
    column->addWidget(new FiltersSection(fields, rule_, this));
    column->addWidget(new BackendsSection(fields, rule_, this));
    column->addWidget(new TimeoutsSection(fields, rule_, this));
}

void RouteInspector::addListeners(QVBoxLayout& column)
{
    auto* row = new FieldRow(tr("Listeners"), this);
    auto* boxes = new QWidget(row);
    auto* list = plainColumn(boxes);
    list->setSpacing(0);
    QCheckBox* first = nullptr;
    for (const QString& key : nodeKeys(fields_.workspace())) {
        if (!key.startsWith(QLatin1String("listener/")))
            continue;
        const QString name = nodeTitle(fields_.workspace(), key);
        auto* box = new QCheckBox(name, boxes);
        box->setObjectName(QStringLiteral("routes.inspector.listener.") + name);
        box->setAccessibleName(tr("Attached to %1").arg(name));
        box->setToolTip(key.section(u'/', 1));
        box->setMinimumHeight(metrics::controlHeight);
        const auto show = [this, box, key] {
            box->setChecked(isAttached(fields_.workspace(), fields_.key(), key));
        };
        show();
        fields_.onRefresh(show);
        connect(box, &QCheckBox::clicked, this, [this, key](bool on) {
            fields_.ask(attachRoute(fields_.workspace(), fields_.key(), key, on));
        });
        list->addWidget(box);
        first = first == nullptr ? box : first;
    }
    if (first == nullptr)
        list->addWidget(new TextLabel(tr("There is none yet."), TextStyle::body, Role::textSecondary, boxes));
    row->add(boxes, 1);
    fields_.addAnchor(QStringLiteral("parentRefs"), first, row->addError(boxes));
    column.addWidget(row);
}

/// Which rule is shown. Each is named, with a mark where something is wrong in it.
void RouteInspector::addRuleBar(QVBoxLayout& column)
{
    auto* row = new FieldRow({}, this);
    auto* box = new QComboBox(row);
    box->setObjectName(QStringLiteral("routes.inspector.rule"));
    box->setAccessibleName(tr("Rule that is shown"));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    box->installEventFilter(&fields_);
    const int rules = int(fields_.route().rules.size());
    for (int rule = 0; rule < rules; ++rule)
        box->addItem(ruleTitle(fields_.route(), rule));
    box->setCurrentIndex(rule_);
    box->setEnabled(rules > 0);
    fields_.onRefresh([this, box] {
        for (int rule = 0; rule < box->count(); ++rule)
            box->setItemText(rule, ruleTitle(fields_.route(), rule));
    });
    connect(box, &QComboBox::activated, this, [this](int rule) {
        fields_.memory().rule[fields_.key()] = rule;
        fields_.rebuild(QStringLiteral("rules/%1").arg(rule));
    });
    row->add(box, 1);
    auto* more = iconButton(QStringLiteral("plus"), tr("Add rule"), row);
    more->setObjectName(QStringLiteral("routes.inspector.add.rule"));
    more->setFocusPolicy(Qt::StrongFocus);
    connect(more, &QToolButton::clicked, this, [this, rules] {
        fields_.memory().rule[fields_.key()] = rules;
        fields_.ask(addRule(fields_.workspace(), fields_.key()));
    });
    row->add(more);
    if (rule_ >= 0)
        row->add(partMenuButton(fields_, {Part::rule, rule_}, row));
    fields_.addAnchor(rule_ < 0 ? QStringLiteral("rules") : QStringLiteral("rules/%1").arg(rule_), box,
                      row->addError(box));
    // What is wrong in the rules that aren't shown.
    for (int rule = 0; rule < rules; ++rule) {
        if (rule != rule_)
            fields_.addAnchor(QStringLiteral("rules/%1").arg(rule), box, row->addError(nullptr),
                              ruleTitle(fields_.route(), rule) + QStringLiteral(": "));
    }
    column.addWidget(row);
}

void RouteInspector::addRuleName(QVBoxLayout& column)
{
    auto* row = new FieldRow(tr("Rule name"), this);
    TextField name;
    name.pointer = QStringLiteral("rules/%1/name").arg(rule_);
    name.label = tr("Name of rule %1").arg(rule_ + 1);
    name.placeholder = tr("none");
    name.read = [this] { return QString::fromStdString(fields_.route().rules[rule_].name); };
    name.write = [this](const QString& text) {
        return editRoute(fields_.key(), setText(tr("rule name"), fields_.title(), text),
                         [rule = rule_, value = text.trimmed().toStdString()](HttpRoute& route) {
                             route.rules[rule].name = value;
                         });
    };
    fields_.addText(*row, name);
    column.addWidget(row);
}

} // namespace gatehouse::ui
