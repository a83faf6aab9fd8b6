#include "ui/routes/match_section.h"

#include "ui/routes/field_row.h"
#include "ui/routes/part_menu.h"
#include "ui/routes/rule_lists.h"
#include "ui/routes/section.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/section_header.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

using workspace::HttpRoute;
using workspace::PathMatchType;
using workspace::RouteMatch;

namespace {

const QStringList methods{QStringLiteral("GET"),    QStringLiteral("HEAD"),  QStringLiteral("POST"),
                          QStringLiteral("PUT"),    QStringLiteral("PATCH"), QStringLiteral("DELETE"),
                          QStringLiteral("OPTIONS")};

const std::pair<PathMatchType, QString> pathTypes[] = {
    {PathMatchType::Exact, QStringLiteral("Exact")},
    {PathMatchType::PathPrefix, QStringLiteral("PathPrefix")},
    {PathMatchType::RegularExpression, QStringLiteral("RegularExpression")}};

constexpr int typeWidth = 112; // "PathPrefix" in full

QString matchPointer(int rule, int match)
{
    return QStringLiteral("rules/%1/matches/%2").arg(rule).arg(match);
}

} // namespace

MatchSection::MatchSection(FieldSet& fields, int rule, QWidget* parent)
    : QWidget(parent), fields_(fields), rule_(rule)
{
    auto* column = plainColumn(this);
    column->setSpacing(0);
    const Section section = addSection(fields, *column, QStringLiteral("matches"), tr("Matches"), this);
    const int count = int(fields.route().rules[rule].matches.size());
    section.head->setCount(count);
    connect(addHeadButton(section, QStringLiteral("match"), tr("Add match")), &QAbstractButton::clicked, this,
            [this] { fields_.ask(gatehouse::ui::addMatch(fields_.workspace(), fields_.key(), rule_)); });
    auto* anchor = new FieldRow({}, section.body);
    section.rows->addWidget(anchor);
    fields.addAnchor(QStringLiteral("rules/%1/matches").arg(rule), nullptr, anchor->addError(section.head));
    if (count == 0) {
        auto* words = new TextLabel(tr("No condition: every request matches."), TextStyle::body,
                                    Role::textSecondary, section.body);
        words->setWordWrap(true);
        section.rows->addWidget(words);
    }
    for (int match = 0; match < count; ++match)
        addMatch(*section.rows, match);
}

void MatchSection::addMatch(QVBoxLayout& column, int match)
{
    auto* head = new FieldRow({}, this);
    head->add(new TextLabel(match == 0 ? tr("Match %1").arg(match + 1) : tr("or match %1").arg(match + 1),
                            TextStyle::label, Role::text, head),
              1);
    head->add(partMenuButton(fields_, {Part::match, rule_, match}, head));
    column.addWidget(head);
    addPath(column, match);
    addMethod(column, match);
    addConditions(column, match);
}

void MatchSection::addPath(QVBoxLayout& column, int match)
{
    const auto of = [this, match]() -> const RouteMatch& {
        return fields_.route().rules[rule_].matches[match];
    };
    auto* row = new FieldRow(tr("Path"), this);
    ChoiceField type;
    type.pointer = matchPointer(rule_, match) + QStringLiteral("/path/type");
    type.label = tr("Type of path match %1").arg(match + 1);
    for (const auto& [value, words] : pathTypes)
        type.items.append({words, words});
    type.read = [of] { return pathTypes[int(of().path.type)].second; };
    type.write = [this, match](const QString& chosen) {
        return editRoute(fields_.key(), setText(tr("path type"), fields_.title(), chosen),
                         [rule = rule_, match, chosen](HttpRoute& route) {
                             for (const auto& [value, words] : pathTypes) {
                                 if (words == chosen)
                                     route.rules[rule].matches[match].path.type = value;
                             }
                         });
    };
    fields_.addChoice(*row, type, 0)->setFixedWidth(typeWidth);
    TextField path;
    path.pointer = matchPointer(rule_, match) + QStringLiteral("/path/value");
    path.label = tr("Path of match %1").arg(match + 1);
    path.read = [of] { return QString::fromStdString(of().path.value); };
    path.write = [this, match](const QString& text) {
        return editRoute(fields_.key(), setText(tr("path"), fields_.title(), text),
                         [rule = rule_, match, value = text.toStdString()](HttpRoute& route) {
                             route.rules[rule].matches[match].path.value = value;
                         });
    };
    fields_.addText(*row, path, 6);
    column.addWidget(row);
}

void MatchSection::addMethod(QVBoxLayout& column, int match)
{
    auto* row = new FieldRow(tr("Method"), this);
    TextField method;
    method.pointer = matchPointer(rule_, match) + QStringLiteral("/method");
    method.label = tr("Method of match %1").arg(match + 1);
    method.placeholder = tr("any");
    method.read = [this, match] {
        return QString::fromStdString(fields_.route().rules[rule_].matches[match].method);
    };
    method.write = [this, match](const QString& text) {
        return editRoute(fields_.key(), setText(tr("method"), fields_.title(), text),
                         [rule = rule_, match, value = text.trimmed().toStdString()](HttpRoute& route) {
                             route.rules[rule].matches[match].method = value;
                         });
    };
    fields_.addOpenChoice(*row, method, QStringList{QString()} + methods);
    column.addWidget(row);
}

void MatchSection::addConditions(QVBoxLayout& column, int match)
{
    const int rule = rule_;
    column.addWidget(new ListRows(
        fields_,
        valueMatchList(
            fields_, {matchPointer(rule, match) + QStringLiteral("/headers"), tr("Headers"), tr("header")},
            [=](HttpRoute & route) -> auto& { return route.rules[rule].matches[match].headers; }),
        this));
    column.addWidget(new ListRows(
        fields_,
        valueMatchList(
            fields_,
            {matchPointer(rule, match) + QStringLiteral("/queryParams"), tr("Query parameters"),
             tr("query parameter")},
            [=](HttpRoute & route) -> auto& { return route.rules[rule].matches[match].queryParams; }),
        this));
}

} // namespace gatehouse::ui
