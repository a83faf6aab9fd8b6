#include "ui/routes/edge_inspector.h"

#include "ui/routes/backends_section.h"
#include "ui/routes/field_row.h"
#include "ui/routes/rule_edits.h"
#include "ui/routes/section.h"
#include "ui/widgets/elided_label.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace gatehouse::ui {
namespace {

bool leadsToService(const EdgeEnds& ends)
{
    return ends.to.startsWith(QLatin1String("service/"));
}

} // namespace

QString EdgeInspector::routeOfEdge(const QString& edge)
{
    const auto ends = edgeEnds(edge);
    return !ends ? QString() : leadsToService(*ends) ? ends->from : ends->to;
}

QString EdgeInspector::shapeOf(const workspace::Workspace& workspace, const QString& edge)
{
    const auto ends = edgeEnds(edge);
    if (!ends)
        return {};
    if (!leadsToService(*ends))
        return isAttached(workspace, ends->to, ends->from) ? edgeTargets(workspace, edge).join(u' ') + u'.'
                                                           : QString();
    QString shape;
    for (const BackendPlace& place : backendPlaces(workspace, ends->from, ends->to))
        shape += QStringLiteral("%1/%2/%3 ").arg(place.rule).arg(place.backend).arg(place.alone);
    return shape.isEmpty() ? shape : shape + edgeTargets(workspace, edge).join(u' ');
}

EdgeInspector::EdgeInspector(FieldSet& fields, const QString& edge, QWidget* parent) : QWidget(parent)
{
    auto* rows = plainColumn(this);
    rows->setContentsMargins(metrics::inset, metrics::gap, metrics::inset, metrics::inset);
    const EdgeEnds ends = *edgeEnds(edge);
    const bool backend = leadsToService(ends);
    const QString end = backend ? ends.to : ends.from;
    FieldSet* set = &fields;
    auto* row = new FieldRow(backend ? tr("Leads to") : tr("Attached to"), this);
    ChoiceField other;
    other.pointer = backend ? QStringLiteral("backendRefs") : QStringLiteral("parentRefs");
    other.label = backend ? tr("Service that the edge leads to") : tr("Listener that the route attaches to");
    for (const QString& key : QStringList{end} + edgeTargets(fields.workspace(), edge))
        other.items.append({key, nodeTitle(fields.workspace(), key)});
    other.read = [end] { return end; };
    other.write = [set, edge](const QString& key) { return moveEdge(set->workspace(), edge, key); };
    fields.addChoice(*row, other);
    rows->addWidget(row);
    if (!backend)
        return;
    for (const BackendPlace& place : backendPlaces(fields.workspace(), ends.from, ends.to)) {
        const auto& rule = fields.route().rules[place.rule];
        auto* title = new ElidedLabel(
            tr("In rule %1")
                .arg(rule.name.empty() ? QString::number(place.rule + 1) : QString::fromStdString(rule.name)),
            this);
        title->setTextStyle(TextStyle::label);
        rows->addSpacing(metrics::gap);
        rows->addWidget(title);
        addBackendRows(fields, *rows, ends.from, place.rule, place.backend,
                       QStringLiteral("rules/%1/backendRefs/%2").arg(place.rule).arg(place.backend), nullptr,
                       this);
    }
}

} // namespace gatehouse::ui
