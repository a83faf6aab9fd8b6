#include "ui/routes/timeouts_section.h"

#include "ui/routes/field_help.h"
#include "ui/routes/field_row.h"
#include "ui/routes/rule_edits.h"
#include "ui/routes/section.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/section_header.h"

#include <QVBoxLayout>

namespace gatehouse::ui {

using workspace::HttpRoute;
using workspace::RouteTimeouts;

TimeoutsSection::TimeoutsSection(FieldSet& fields, int rule, QWidget* parent) : QWidget(parent)
{
    auto* column = plainColumn(this);
    column->setSpacing(0);
    const Section section = addSection(fields, *column, QStringLiteral("timeouts"), tr("Time-outs"), this);
    const struct {
        const char* member;
        QString label, noun;
        std::string RouteTimeouts::*text;
    } parts[] = {{"request", tr("Request"), tr("request time-out"), &RouteTimeouts::request},
                 {"backendRequest", tr("Attempt"), tr("attempt time-out"), &RouteTimeouts::backendRequest}};
    FieldSet* set = &fields;
    for (const auto& part : parts) {
        auto* row = new FieldRow(part.label, section.body);
        TextField field;
        field.pointer = QStringLiteral("rules/%1/timeouts/%2").arg(rule).arg(QLatin1String(part.member));
        field.label = part.noun;
        field.placeholder = tr("the gateway's own");
        field.read = [=, text = part.text] {
            const auto& timeouts = set->route().rules[rule].timeouts;
            return timeouts ? QString::fromStdString((*timeouts).*text) : QString();
        };
        field.write = [=, text = part.text, noun = part.noun](const QString& words) {
            return editRoute(set->key(), setText(noun, set->title(), words),
                             [=, value = words.trimmed().toStdString()](HttpRoute& route) {
                                 auto& timeouts = route.rules[rule].timeouts;
                                 if (!timeouts)
                                     timeouts.emplace();
                                 (*timeouts).*text = value;
                                 if (*timeouts == RouteTimeouts{})
                                     timeouts.reset();
                             });
        };
        fields.addText(*row, field);
        row->setToolTip(fieldHelp(field.pointer));
        section.rows->addWidget(row);
    }
}

} // namespace gatehouse::ui
