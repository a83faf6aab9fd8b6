#pragma once

#include "ui/routes/field_set.h"

#include <QWidget>

class QAction;
class QLabel;
class QScrollArea;
class QToolButton;

namespace gatehouse::ui {

class ElidedLabel;
class StateBadge;

/// The chosen listener, route, service or edge, with all that can be edited of it. Edits are asked for by
/// signal. The fields are built anew only when there are others to show; focus, cursor and scroll stay.
class Inspector : public QWidget
{
    Q_OBJECT
public:
    explicit Inspector(const Document& document, QWidget* parent = nullptr);

    void setActions(QAction* duplicate, const QList<QAction*>& more); ///< the buttons in its head
    void show(const QString& key);              ///< node or edge key; anything else shows a hint
    void showMany(int count);                   ///< more than one thing is chosen: says what can be done
    void refresh(const ProblemIndex& problems); ///< after the document or its problems changed
    void refreshLive(const FieldSet::Live& live);
    void setState(std::optional<State> state, const QString& words); ///< of the node, beside its name
    void focusField(const QString& field);
    void focusFirst();
    QString key() const { return key_; }

Q_SIGNALS:
    void editAsked(const gatehouse::ui::RoutesEdit& edit);
    void settled(); ///< the next edit is a step of its own

private:
    struct Kept { ///< what stays when the fields are built anew
        QString pointer;
        int cursor = -1;
        int scroll = 0;
    };
    QString shape() const;
    void build(const Kept& kept);
    Kept keep() const;
    QWidget* makeBody();
    QWidget* makeHint();
    void showHead();

    const Document& document_;
    InspectorMemory memory_;
    QString key_;
    QString built_;
    int many_ = 0; ///< chosen together; else 0
    Kept lost_;
    QWidget* head_;
    QLabel* icon_;
    ElidedLabel* title_;
    StateBadge* state_;
    QToolButton* duplicate_;
    QToolButton* more_;
    QScrollArea* scroll_;
    FieldSet* fields_ = nullptr; ///< the body's
    ProblemIndex problems_;
    FieldSet::Live live_;
};

} // namespace gatehouse::ui
