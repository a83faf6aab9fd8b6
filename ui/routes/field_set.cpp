#include "ui/routes/field_set.h"

#include "engine/workspace/keys.h"
#include "ui/routes/field_help.h"
#include "ui/routes/field_row.h"
#include "ui/shell/document.h"
#include "ui/widgets/fields.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>

#include <algorithm>

namespace gatehouse::ui {
namespace {

constexpr int leastWidth = 44;

bool lies(const QString& pointer, const QString& below)
{
    return below.isEmpty() || pointer == below || pointer.startsWith(below + u'/');
}

} // namespace

QString fieldName(QString pointer)
{
    return QStringLiteral("routes.inspector.") + pointer.replace(u'/', u'.');
}

FieldSet::FieldSet(const Document& document, InspectorMemory& memory, QString key, QObject* parent)
    : QObject(parent), document_(document), memory_(memory), key_(std::move(key))
{
}

const workspace::Workspace& FieldSet::workspace() const
{
    return document_.workspace();
}

const workspace::HttpRoute& FieldSet::route() const
{
    const auto node = workspace::parseNodeKey(key_.toStdString());
    return workspace().routes[workspace::findRoute(workspace(), node->object)];
}

const api::ApplyResult& FieldSet::applied() const
{
    return document_.applied();
}

QString FieldSet::title() const
{
    return nodeTitle(workspace(), key_);
}

FieldSet::Field& FieldSet::add(const QString& pointer, QWidget* editor, FieldError* error,
                               std::function<void()> read)
{
    fields_.append({pointer, editor, error, std::move(read)});
    return fields_.last();
}

FieldSet::Field* FieldSet::find(const QString& pointer)
{
    const auto found =
        std::find_if(fields_.begin(), fields_.end(), [&](const Field& f) { return f.pointer == pointer; });
    return found == fields_.end() ? nullptr : &*found;
}

void FieldSet::prepare(QWidget* editor, const QString& pointer, const QString& label)
{
    editor->setObjectName(fieldName(pointer));
    editor->setAccessibleName(label);
    editor->setWhatsThis(fieldHelp(pointer));
    editor->setMinimumWidth(leastWidth);
    editor->installEventFilter(this);
}

PausedEdit* FieldSet::addText(FieldRow& row, const TextField& field, int stretch)
{
    auto* edit = new PausedEdit(&row);
    prepare(edit, field.pointer, field.label);
    edit->setCode(field.code);
    edit->setPlaceholderText(field.placeholder);
    edit->setTextQuietly(field.read());
    row.add(edit, stretch);
    add(field.pointer, edit, row.addError(edit), [edit, read = field.read] {
        edit->setTextQuietly(read());
        edit->setToolTip(edit->text());
    });
    connect(edit, &PausedEdit::edited, this,
            [=, this](const QString& text) { take(field.pointer, field, text); });
    return edit;
}

void FieldSet::take(const QString& pointer, const TextField& field, const QString& text)
{
    Field* known = find(pointer);
    if (retired_ || known == nullptr)
        return;
    known->refused = false;
    known->error->clear();
    if (text == field.read())
        return;
    const RoutesEdit edit = field.write(text);
    if (!edit) {
        known->refused = true;
        known->error->showProblem(
            tr("“%1” can't be used here: it is empty, taken or no number in range.").arg(text));
        return;
    }
    Q_EMIT editAsked(edit);
}

QComboBox* FieldSet::addChoice(FieldRow& row, const ChoiceField& field, int stretch)
{
    auto* box = new QComboBox(&row);
    prepare(box, field.pointer, field.label);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(4);
    for (const auto& [value, words] : field.items)
        box->addItem(words, value);
    row.add(box, stretch);
    const auto read = [box, read = field.read] {
        box->setCurrentIndex(box->findData(read()));
        box->setToolTip(box->currentText());
    };
    read();
    add(field.pointer, box, row.addError(box), read);
    connect(box, &QComboBox::activated, this, [=, this] {
        if (!retired_ && box->currentData().toString() != field.read())
            ask(field.write(box->currentData().toString()));
    });
    return box;
}

QComboBox* FieldSet::addOpenChoice(FieldRow& row, const TextField& field, const QStringList& offers)
{
    auto* box = new QComboBox(&row);
    box->setEditable(true);
    auto* edit = new PausedEdit(box);
    box->setLineEdit(edit);
    box->setCompleter(nullptr); // it would finish a word that is still being typed
    box->setInsertPolicy(QComboBox::NoInsert);
    box->addItems(offers);
    box->setAccessibleName(field.label);
    prepare(edit, field.pointer, field.label);
    box->installEventFilter(this);
    edit->setCode(field.code);
    edit->setPlaceholderText(field.placeholder);
    edit->setTextQuietly(field.read());
    row.add(box, 1);
    add(field.pointer, edit, row.addError(edit), [edit, read = field.read] { edit->setTextQuietly(read()); });
    connect(edit, &PausedEdit::edited, this,
            [=, this](const QString& text) { take(field.pointer, field, text); });
    connect(box, &QComboBox::activated, this, [=, this] { take(field.pointer, field, edit->text()); });
    return box;
}

NumberField* FieldSet::addNumber(FieldRow& row, const NumberBinding& field, int stretch)
{
    auto* number = new NumberField(field.minimum, field.maximum, field.decimals, field.unit, &row);
    prepare(number, field.pointer, field.label);
    number->setSpecialValueText(field.zero);
    number->setValueQuietly(field.read());
    row.add(number, stretch);
    add(field.pointer, number, row.addError(number),
        [number, read = field.read] { number->setValueQuietly(read()); });
    connect(number, &QDoubleSpinBox::valueChanged, this, [=, this](double value) {
        if (!retired_)
            ask(field.write(value));
    });
    return number;
}

void FieldSet::addAnchor(const QString& pointer, QWidget* focus, FieldError* error, const QString& prefix)
{
    add(pointer, focus, error, [] {}).prefix = prefix;
}

void FieldSet::refresh(const ProblemIndex& problems)
{
    for (const auto& read : std::as_const(readers_))
        read();
    QHash<const Field*, ShownProblem> worst;
    for (const QString& pointer : problems.fieldsOf(key_)) {
        const Field* nearest = nullptr;
        for (const Field& field : std::as_const(fields_)) {
            if (field.error != nullptr && lies(pointer, field.pointer) &&
                (nearest == nullptr || field.pointer.size() > nearest->pointer.size()))
                nearest = &field;
        }
        // Problems come worst first.
        if (nearest != nullptr && !worst.contains(nearest))
            worst.insert(nearest, *problems.ofField(key_, pointer));
    }
    for (const Field& field : std::as_const(fields_)) {
        if (field.refused)
            continue;
        field.read();
        if (field.error == nullptr)
            continue;
        if (const auto problem = worst.constFind(&field); problem != worst.constEnd())
            field.error->showProblem(field.prefix + problem->text +
                                         (problem->hint.isEmpty() ? QString() : u' ' + problem->hint),
                                     problem->state);
        else
            field.error->clear();
    }
}

void FieldSet::refreshLive(const Live& live)
{
    for (const auto& show : std::as_const(live_))
        show(live);
}

bool FieldSet::focus(const QString& pointer)
{
    const Field* nearest = nullptr;
    for (const Field& field : std::as_const(fields_)) {
        if (field.editor != nullptr && lies(pointer, field.pointer) &&
            (nearest == nullptr || field.pointer.size() > nearest->pointer.size()))
            nearest = &field;
    }
    if (nearest == nullptr)
        return false;
    nearest->editor->setFocus(Qt::OtherFocusReason);
    return true;
}

QString FieldSet::focused() const
{
    const QWidget* now = QApplication::focusWidget();
    for (const Field& field : fields_) {
        if (now != nullptr && field.editor != nullptr &&
            (field.editor == now || field.editor->isAncestorOf(now)))
            return field.pointer;
    }
    return {};
}

bool FieldSet::focusFirst()
{
    for (const Field& field : std::as_const(fields_)) {
        if (field.editor != nullptr && field.editor->focusPolicy() != Qt::NoFocus) {
            field.editor->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return false;
}

void FieldSet::ask(const RoutesEdit& edit)
{
    if (edit && !retired_)
        Q_EMIT editAsked(edit);
}

void FieldSet::retire()
{
    retired_ = true;
    disconnect();
}

/// The wheel scrolls the inspector: it changes a value only in the field that has the focus.
bool FieldSet::eventFilter(QObject* watched, QEvent* event)
{
    auto* editor = qobject_cast<QWidget*>(watched);
    if (event->type() == QEvent::Wheel && editor != nullptr && !editor->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::FocusOut)
        Q_EMIT settled();
    return QObject::eventFilter(watched, event);
}

} // namespace gatehouse::ui
