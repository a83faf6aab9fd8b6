#include "ui/routes/filters_section.h"

#include "ui/routes/field_row.h"
#include "ui/routes/part_menu.h"
#include "ui/routes/rule_lists.h"
#include "ui/routes/section.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/section_header.h"

#include <QComboBox>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

using workspace::Filter;
using workspace::FilterType;
using workspace::HttpRoute;
using workspace::PathModifier;
using workspace::PathModifierType;

namespace {

const QString fullPath = QStringLiteral("ReplaceFullPath");
const QString prefixMatch = QStringLiteral("ReplacePrefixMatch");

QString filterPointer(int rule, int filter, const char* member)
{
    return QStringLiteral("rules/%1/filters/%2/%3").arg(rule).arg(filter).arg(QLatin1String(member));
}

std::optional<PathModifier>& pathIn(Filter& filter)
{
    return filter.requestRedirect ? filter.requestRedirect->path : filter.urlRewrite->path;
}

const std::optional<PathModifier>& pathIn(const Filter& filter)
{
    return filter.requestRedirect ? filter.requestRedirect->path : filter.urlRewrite->path;
}

/// Another type keeps the text: it moves to the member that the type names.
void setPathType(std::optional<PathModifier>& path, const QString& type)
{
    if (type.isEmpty())
        return path.reset();
    PathModifier next;
    const std::string value = !path                                             ? std::string("/")
                              : path->type == PathModifierType::ReplaceFullPath ? path->replaceFullPath
                                                                                : path->replacePrefixMatch;
    next.type = type == fullPath ? PathModifierType::ReplaceFullPath : PathModifierType::ReplacePrefixMatch;
    (type == fullPath ? next.replaceFullPath : next.replacePrefixMatch) = value;
    path = next;
}

} // namespace

FiltersSection::FiltersSection(FieldSet& fields, int rule, QWidget* parent)
    : QWidget(parent), fields_(fields), rule_(rule)
{
    auto* column = plainColumn(this);
    column->setSpacing(0);
    const Section section = addSection(fields, *column, QStringLiteral("filters"), tr("Filters"), this);
    const auto& filters = fields.route().rules[rule].filters;
    section.head->setCount(int(filters.size()));
    QAbstractButton* more = addHeadButton(section, QStringLiteral("filter"), tr("Add filter"));
    auto* menu = new QMenu(more);
    menu->setObjectName(QStringLiteral("routes.inspector.add.filterMenu"));
    for (const FilterType type : {FilterType::RequestHeaderModifier, FilterType::ResponseHeaderModifier,
                                  FilterType::RequestRedirect, FilterType::URLRewrite}) {
        QAction* action = menu->addAction(filterTypeText(type));
        // A rule takes each of these once.
        action->setEnabled(std::none_of(filters.begin(), filters.end(),
                                        [type](const Filter& filter) { return filter.type == type; }));
        connect(action, &QAction::triggered, this, [this, type, added = int(filters.size())] {
            fields_.memory().open.insert(openKey(fields_.key(), rule_, added));
            fields_.ask(gatehouse::ui::addFilter(fields_.workspace(), fields_.key(), rule_, type));
        });
    }
    openBelow(more, menu);
    auto* anchor = new FieldRow({}, section.body);
    section.rows->addWidget(anchor);
    fields.addAnchor(QStringLiteral("rules/%1/filters").arg(rule), nullptr, anchor->addError(section.head));
    for (int filter = 0; filter < int(filters.size()); ++filter)
        addFilter(*section.rows, filter);
    section.body->setVisible(section.head->isChecked() && !filters.empty());
}

const Filter& FiltersSection::at(int filter) const
{
    return fields_.route().rules[rule_].filters[filter];
}

RoutesEdit FiltersSection::edit(int filter, const QString& name, std::function<void(Filter&)> change) const
{
    return editRoute(fields_.key(), name, [rule = rule_, filter, change](HttpRoute& route) {
        change(route.rules[rule].filters[filter]);
    });
}

QString FiltersSection::openKey(const QString& route, int rule, int filter)
{
    return route + QStringLiteral("#rules/%1/filters/%2").arg(rule).arg(filter);
}

QString FiltersSection::summary(const Filter& filter)
{
    QStringList parts;
    const auto add = [&parts](const std::string& text) {
        if (!text.empty())
            parts.append(QString::fromStdString(text));
    };
    for (const auto* modifier : {&filter.requestHeaderModifier, &filter.responseHeaderModifier}) {
        if (!*modifier)
            continue;
        for (const auto* list : {&(*modifier)->set, &(*modifier)->add}) {
            for (const auto& header : *list)
                add(header.name + ": " + header.value);
        }
        for (const std::string& name : (*modifier)->remove)
            add("-" + name);
    }
    if (filter.requestRedirect) {
        parts.append(QString::number(filter.requestRedirect->statusCode));
        add(filter.requestRedirect->scheme);
        add(filter.requestRedirect->hostname);
    }
    if (filter.urlRewrite)
        add(filter.urlRewrite->hostname);
    if (filter.requestRedirect || filter.urlRewrite) {
        if (const auto& path = pathIn(filter); path && path->type == PathModifierType::ReplaceFullPath)
            add("= " + path->replaceFullPath);
        else if (path)
            add(path->replacePrefixMatch);
    }
    return parts.join(QStringLiteral(", "));
}

void FiltersSection::addHead(QVBoxLayout& column, int filter, bool open)
{
    auto* head = new FieldRow({}, this);
    const QString key = openKey(fields_.key(), rule_, filter);
    const QString type = filterTypeText(at(filter).type);
    auto* fold = iconButton(
        open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
        open ? tr("Fold filter %1").arg(type) : tr("Show the fields of filter %1").arg(type), head);
    fold->setObjectName(QStringLiteral("routes.inspector.filter.%1.fold").arg(filter));
    fold->setFocusPolicy(Qt::StrongFocus);
    connect(fold, &QToolButton::clicked, this, [this, key, open, filter] {
        if (open)
            fields_.memory().open.remove(key);
        else
            fields_.memory().open.insert(key);
        fields_.rebuild(QStringLiteral("rules/%1/filters/%2").arg(rule_).arg(filter));
    });
    head->add(fold);
    auto* title = new ElidedLabel(type, head);
    title->setTextStyle(open ? TextStyle::label : TextStyle::body);
    head->add(title, open ? 1 : 0);
    if (!open) {
        auto* words = new ElidedLabel({}, head);
        words->setObjectName(QStringLiteral("routes.inspector.filter.%1.summary").arg(filter));
        words->setTextStyle(TextStyle::codeSmall);
        words->setRole(Role::textSecondary);
        words->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        const auto show = [this, words, filter] { words->setText(summary(at(filter))); };
        show();
        fields_.onRefresh(show);
        head->add(words, 1);
    }
    head->add(partMenuButton(fields_, {Part::filter, rule_, filter}, head));
    fields_.addAnchor(QStringLiteral("rules/%1/filters/%2").arg(rule_).arg(filter), fold,
                      head->addError(head));
    column.addWidget(head);
}

void FiltersSection::addFilter(QVBoxLayout& column, int filter)
{
    const bool open = fields_.memory().open.contains(openKey(fields_.key(), rule_, filter));
    addHead(column, filter, open);
    if (!open)
        return;
    if (at(filter).requestHeaderModifier)
        addHeaders(column, filter, true);
    else if (at(filter).responseHeaderModifier)
        addHeaders(column, filter, false);
    else if (at(filter).requestRedirect)
        addRedirect(column, filter);
    else if (at(filter).urlRewrite) {
        addHostname(column, filter, false);
        addPath(column, filter, false);
    }
}

void FiltersSection::addHeaders(QVBoxLayout& column, int filter, bool ofRequest)
{
    const auto modifier = [ rule = rule_, filter, ofRequest ](HttpRoute & route) -> auto&
    {
        Filter& owner = route.rules[rule].filters[filter];
        return ofRequest ? *owner.requestHeaderModifier : *owner.responseHeaderModifier;
    };
    const QString base =
        filterPointer(rule_, filter, ofRequest ? "requestHeaderModifier/" : "responseHeaderModifier/");
    column.addWidget(
        new ListRows(fields_,
                     nameValueList(
                         fields_, {base + QStringLiteral("set"), tr("Set headers"), tr("header")},
                         [=](HttpRoute & route) -> auto& { return modifier(route).set; }),
                     this));
    column.addWidget(
        new ListRows(fields_,
                     nameValueList(
                         fields_, {base + QStringLiteral("add"), tr("Add headers"), tr("header")},
                         [=](HttpRoute & route) -> auto& { return modifier(route).add; }),
                     this));
    column.addWidget(new ListRows(
        fields_,
        nameList(
            fields_, {base + QStringLiteral("remove"), tr("Remove headers"), tr("removed header")},
            [=](HttpRoute & route) -> auto& { return modifier(route).remove; }),
        this));
}

void FiltersSection::addRedirect(QVBoxLayout& column, int filter)
{
    auto* schemeRow = new FieldRow(tr("Scheme"), this);
    ChoiceField scheme;
    scheme.pointer = filterPointer(rule_, filter, "requestRedirect/scheme");
    scheme.label = tr("Scheme of the redirect");
    scheme.items = {{QString(), tr("unchanged")},
                    {QStringLiteral("http"), QStringLiteral("http")},
                    {QStringLiteral("https"), QStringLiteral("https")}};
    scheme.read = [=, this] { return QString::fromStdString(at(filter).requestRedirect->scheme); };
    scheme.write = [=, this](const QString& value) {
        return edit(filter, setText(tr("redirect scheme"), fields_.title(), value),
                    [=](Filter& f) { f.requestRedirect->scheme = value.toStdString(); });
    };
    fields_.addChoice(*schemeRow, scheme);
    column.addWidget(schemeRow);
    addHostname(column, filter, true);

    auto* portRow = new FieldRow(tr("Port"), this);
    NumberBinding port;
    port.pointer = filterPointer(rule_, filter, "requestRedirect/port");
    port.label = tr("Port of the redirect");
    port.maximum = 65535;
    port.zero = tr("unchanged");
    port.read = [=, this] { return double(at(filter).requestRedirect->port.value_or(0)); };
    port.write = [=, this](double value) {
        return edit(filter, setText(tr("redirect port"), fields_.title(), QString::number(int(value))),
                    [=](Filter& f) {
                        f.requestRedirect->port.reset();
                        if (value > 0)
                            f.requestRedirect->port = std::uint16_t(value);
                    });
    };
    fields_.addNumber(*portRow, port);
    column.addWidget(portRow);
    addPath(column, filter, true);

    auto* statusRow = new FieldRow(tr("Status"), this);
    ChoiceField status;
    status.pointer = filterPointer(rule_, filter, "requestRedirect/statusCode");
    status.label = tr("Status of the redirect");
    for (const int code : {301, 302, 303, 307, 308})
        status.items.append({QString::number(code), QString::number(code)});
    status.read = [=, this] { return QString::number(at(filter).requestRedirect->statusCode); };
    status.write = [=, this](const QString& value) {
        return edit(filter, setText(tr("redirect status"), fields_.title(), value),
                    [=](Filter& f) { f.requestRedirect->statusCode = value.toUShort(); });
    };
    fields_.addChoice(*statusRow, status);
    column.addWidget(statusRow);
}

void FiltersSection::addHostname(QVBoxLayout& column, int filter, bool redirects)
{
    auto* row = new FieldRow(tr("Hostname"), this);
    TextField host;
    host.pointer =
        filterPointer(rule_, filter, redirects ? "requestRedirect/hostname" : "urlRewrite/hostname");
    host.label = redirects ? tr("Hostname of the redirect") : tr("Hostname of the rewrite");
    host.placeholder = tr("unchanged");
    host.read = [=, this] {
        return QString::fromStdString(redirects ? at(filter).requestRedirect->hostname
                                                : at(filter).urlRewrite->hostname);
    };
    host.write = [=, this](const QString& text) {
        return edit(
            filter,
            setText(redirects ? tr("redirect hostname") : tr("rewrite hostname"), fields_.title(), text),
            [=, value = text.trimmed().toStdString()](Filter& f) {
                (redirects ? f.requestRedirect->hostname : f.urlRewrite->hostname) = value;
            });
    };
    fields_.addText(*row, host);
    column.addWidget(row);
}

void FiltersSection::addPath(QVBoxLayout& column, int filter, bool redirects)
{
    const char* base = redirects ? "requestRedirect/path" : "urlRewrite/path";
    auto* row = new FieldRow(tr("Path"), this);
    ChoiceField type;
    type.pointer = filterPointer(rule_, filter, base) + QStringLiteral("/type");
    type.label = redirects ? tr("How the redirect changes the path") : tr("How the rewrite changes the path");
    type.items = {{QString(), tr("unchanged")}, {fullPath, fullPath}, {prefixMatch, prefixMatch}};
    type.read = [=, this] {
        const auto& path = pathIn(at(filter));
        return !path ? QString() : path->type == PathModifierType::ReplaceFullPath ? fullPath : prefixMatch;
    };
    const QString what = redirects ? tr("redirect path") : tr("rewrite path");
    type.write = [=, this](const QString& value) {
        return edit(filter, setText(what, fields_.title(), value),
                    [=](Filter& f) { setPathType(pathIn(f), value); });
    };
    fields_.addChoice(*row, type, 3);
    column.addWidget(row);
    if (!pathIn(at(filter)))
        return;
    const bool full = pathIn(at(filter))->type == PathModifierType::ReplaceFullPath;
    auto* valueRow = new FieldRow(tr("New path"), this);
    TextField value;
    value.pointer = filterPointer(rule_, filter, base) +
                    (full ? QStringLiteral("/replaceFullPath") : QStringLiteral("/replacePrefixMatch"));
    value.label = redirects ? tr("New path of the redirect") : tr("New path of the rewrite");
    value.read = [=, this] {
        const auto& path = pathIn(at(filter));
        return QString::fromStdString(full ? path->replaceFullPath : path->replacePrefixMatch);
    };
    value.write = [=, this](const QString& text) {
        return edit(filter, setText(what, fields_.title(), text), [=, to = text.toStdString()](Filter& f) {
            (full ? pathIn(f)->replaceFullPath : pathIn(f)->replacePrefixMatch) = to;
        });
    };
    fields_.addText(*valueRow, value);
    column.addWidget(valueRow);
}

} // namespace gatehouse::ui
