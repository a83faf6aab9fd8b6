#pragma once

#include "ui/routes/canvas_model.h"
#include "ui/routes/routes_edits.h"

#include <QMap>
#include <QObject>
#include <QSet>

#include <functional>

class QAbstractButton;
class QCheckBox;
class QComboBox;
class QToolButton;
class QWidget;

namespace gatehouse::ui {

class Document;
class FieldError;
class FieldRow;
class NumberField;
class PausedEdit;

/// What an inspector remembers while its fields are built anew.
struct InspectorMemory {
    QMap<QString, QStringList> drafts; ///< "node key#list": texts of a row that isn't complete yet
    QHash<QString, int> rule;          ///< by route: the rule that is shown
    QSet<QString> closed;              ///< ids of folded sections
    QSet<QString> open;                ///< "node key#filter": filters that show their fields
};

/// "routes.inspector.rules.0.timeouts.request": what the widget of a pointer is called.
QString fieldName(QString pointer);

/// A text field: where it lies in its node ("rules/0/matches/0/path/value"), what it is called, and how it is
/// read and written. An edit that is empty refuses the text: it stays in the field with a word beside it.
struct TextField {
    QString pointer;
    QString label;
    std::function<QString()> read;
    std::function<RoutesEdit(const QString&)> write;
    QString placeholder = {};
    bool code = true;
};

struct ChoiceField {
    QString pointer;
    QString label;
    QList<std::pair<QString, QString>> items; ///< value, words
    std::function<QString()> read;            ///< a value
    std::function<RoutesEdit(const QString&)> write;
};

struct NumberBinding {
    QString pointer;
    QString label;
    double minimum = 0;
    double maximum = 0;
    int decimals = 0;
    QString unit = {};
    std::function<double()> read;
    std::function<RoutesEdit(double)> write;
    QString zero = {}; ///< words for the minimum ("any free port")
};

/// The fields of the chosen node. Each shows one member of it, asks for an edit after a pause, and carries
/// the problem whose pointer lies in it or below it. What a person typed is never taken away: neither by a
/// refusal nor by news from the engine. Owns no widget.
class FieldSet : public QObject
{
    Q_OBJECT
public:
    FieldSet(const Document& document, InspectorMemory& memory, QString key, QObject* parent);

    const workspace::Workspace& workspace() const;
    const workspace::HttpRoute& route() const; ///< the chosen route
    const QString& key() const { return key_; }
    const api::ApplyResult& applied() const; ///< what the engine serves
    QString title() const;
    InspectorMemory& memory() { return memory_; }

    PausedEdit* addText(FieldRow& row, const TextField& field, int stretch = 1);
    QComboBox* addChoice(FieldRow& row, const ChoiceField& field, int stretch = 1);
    /// A choice that takes other words too: the items are offers.
    QComboBox* addOpenChoice(FieldRow& row, const TextField& field, const QStringList& offers);
    NumberField* addNumber(FieldRow& row, const NumberBinding& field, int stretch = 1);
    /// Problems at or below `pointer` that no field takes stand here, after `prefix`.
    void addAnchor(const QString& pointer, QWidget* focus, FieldError* error, const QString& prefix = {});
    void onRefresh(std::function<void()> read) { readers_.append(std::move(read)); }
    using Live = std::function<Now(const Scope&)>;
    void onLive(std::function<void(const Live&)> show) { live_.append(std::move(show)); }

    void refresh(const ProblemIndex& problems);
    void refreshLive(const Live& live); ///< unset = no numbers
    bool focus(const QString& pointer); ///< the field, or the nearest above it
    QString focused() const;            ///< the pointer of the field with the focus
    bool focusFirst();

    /// For buttons and menus: ask for an edit, after what is being typed was taken.
    void ask(const RoutesEdit& edit);
    /// Ask to be built anew, with the focus on a field that will be there then.
    void rebuild(const QString& focusOn) { Q_EMIT rebuildAsked(focusOn); }
    void retire(); ///< from now on nothing is asked: another set has taken over

Q_SIGNALS:
    void editAsked(const gatehouse::ui::RoutesEdit& edit);
    void settled(); ///< a sweep or a field is done: the next edit is a step of its own
    void rebuildAsked(const QString& focusOn);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Field {
        QString pointer;
        QWidget* editor = nullptr;
        FieldError* error = nullptr;
        std::function<void()> read;
        QString prefix = {};
        bool refused = false; ///< holds a text that the document can't
    };
    Field& add(const QString& pointer, QWidget* editor, FieldError* error, std::function<void()> read);
    Field* find(const QString& pointer);
    void take(const QString& pointer, const TextField& field, const QString& text);
    void prepare(QWidget* editor, const QString& pointer, const QString& label);

    const Document& document_;
    InspectorMemory& memory_;
    QString key_;
    QList<Field> fields_;
    QList<std::function<void()>> readers_;
    QList<std::function<void(const Live&)>> live_;
    bool retired_ = false;
};

} // namespace gatehouse::ui
