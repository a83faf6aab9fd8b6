#pragma once

#include "ui/routes/canvas_model.h"
#include "ui/routes/routes_edits.h"

#include <QWidget>

class QFormLayout;

namespace gatehouse::ui {

class Document;
class FieldError;
class PausedEdit;

/// The chosen node's fields: names for all; a route's first path and its backends' weights; a listener's
/// address and port. Each edit is asked for by signal; a field shows its problem beside it and keeps what was
/// typed.
class Inspector : public QWidget
{
    Q_OBJECT
public:
    explicit Inspector(const Document& document, QWidget* parent = nullptr);

    void show(const QString& key);              ///< node key; anything else shows a hint
    void refresh(const ProblemIndex& problems); ///< after the document or its problems changed
    void focusField(const QString& field);

Q_SIGNALS:
    void editAsked(const gatehouse::ui::RoutesEdit& edit);

private:
    struct Field {
        QString name;
        FieldError* error = nullptr;
        QWidget* editor = nullptr;
        std::function<void()> read;
    };
    using Read = std::function<QString()>;
    using Write = std::function<RoutesEdit(const QString&)>;

    void build();
    QString signature() const;
    PausedEdit* addText(const QString& field, const QString& label, Read read, Write write);
    void addWeight(int rule, int backend);
    void buildRoute(int index);
    void buildListener(int gateway, int listener);

    const Document& document_;
    QString key_;
    QString built_;
    QWidget* body_ = nullptr;
    QFormLayout* form_ = nullptr;
    QList<Field> fields_;
};

} // namespace gatehouse::ui
