#include "ui/routes/rule_lists.h"

#include "ui/routes/rule_edits.h"
#include "ui/routes/words.h"

namespace gatehouse::ui {

using workspace::HttpRoute;
using workspace::NameValue;
using workspace::ValueMatch;
using workspace::ValueMatchType;

namespace {

QString shown(const std::string& text)
{
    return QString::fromStdString(text);
}

/// The lists are reached by one function for reading and writing; reading changes nothing.
template <typename T>
const std::vector<T>& listIn(const FieldSet& fields, const ListOf<T>& of)
{
    return of(const_cast<HttpRoute&>(fields.route()));
}

QString nameOf(const std::string& row)
{
    return shown(row);
}

template <typename T>
QString nameOf(const T& row)
{
    return shown(row.name);
}

QStringList textsOf(const std::string& row)
{
    return {shown(row)};
}

template <typename T>
QStringList textsOf(const T& row)
{
    return {shown(row.name), shown(row.value)};
}

void setColumn(std::string& row, int, const std::string& text)
{
    row = text;
}

template <typename T>
void setColumn(T& row, int column, const std::string& text)
{
    (column == 0 ? row.name : row.value) = text;
}

template <typename T>
RowList listOf(FieldSet& fields, const ListNames& names, ListOf<T> of)
{
    RowList list;
    list.pointer = names.pointer;
    list.title = names.title;
    list.noun = names.noun;
    list.columns = {QStringLiteral("name"), QStringLiteral("value")};
    list.labels = {tr("name"), tr("value")};
    const FieldSet* at = &fields;
    const QString noun = names.noun;
    list.read = [=] {
        QList<QStringList> rows;
        for (const T& row : listIn(*at, of))
            rows.append(textsOf(row));
        return rows;
    };
    list.write = [=](int row, int column, const QString& text) {
        const QString name = nameOf(listIn(*at, of)[row]);
        return editRoute(
            at->key(), setText(noun + u' ' + name, at->title(), text),
            [=, value = text.toStdString()](HttpRoute& route) { setColumn(of(route)[row], column, value); });
    };
    list.add = [=](const QStringList& texts) {
        T made{};
        for (int column = 0; column < texts.size(); ++column)
            setColumn(made, column, texts[column].toStdString());
        return editRoute(at->key(), tr("Add %1 to %2").arg(noun + u' ' + texts.first(), at->title()),
                         [=](HttpRoute& route) { of(route).push_back(made); });
    };
    list.remove = [=](int row) {
        const QString name = nameOf(listIn(*at, of)[row]);
        return editRoute(at->key(), tr("Remove %1 from %2").arg(noun + u' ' + name, at->title()),
                         [=](HttpRoute& route) { of(route).erase(of(route).begin() + row); });
    };
    return list;
}

} // namespace

RowList valueMatchList(FieldSet& fields, const ListNames& names, ListOf<ValueMatch> of)
{
    RowList list = listOf<ValueMatch>(fields, names, of);
    list.required = 2;
    const FieldSet* at = &fields;
    list.isRegex = [=](int row) { return listIn(*at, of)[row].type == ValueMatchType::RegularExpression; };
    list.setRegex = [=, noun = names.noun](int row, bool regex) {
        const QString what = noun + u' ' + nameOf(listIn(*at, of)[row]);
        return editRoute(at->key(),
                         regex ? tr("Match %1 of %2 by regular expression").arg(what, at->title())
                               : tr("Match %1 of %2 exactly").arg(what, at->title()),
                         [=](HttpRoute& route) {
                             of(route)[row].type =
                                 regex ? ValueMatchType::RegularExpression : ValueMatchType::Exact;
                         });
    };
    return list;
}

RowList nameValueList(FieldSet& fields, const ListNames& names, ListOf<NameValue> of)
{
    return listOf<NameValue>(fields, names, of);
}

RowList nameList(FieldSet& fields, const ListNames& names, ListOf<std::string> of)
{
    RowList list = listOf<std::string>(fields, names, of);
    list.columns = {QString()};
    list.labels = {tr("name")};
    return list;
}

} // namespace gatehouse::ui
