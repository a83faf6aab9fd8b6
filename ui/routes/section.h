#pragma once

#include <QWidget>

class QAbstractButton;
class QVBoxLayout;

namespace gatehouse::ui {

class FieldSet;
class SectionHeader;

/// A part of an inspector that folds: its head, and a column for its rows. What is folded stays folded when
/// the inspector is built anew.
struct Section {
    SectionHeader* head = nullptr;
    QWidget* body = nullptr;
    QVBoxLayout* rows = nullptr;
};
Section addSection(FieldSet& fields, QVBoxLayout& column, const QString& id, const QString& title,
                   QWidget* parent);

/// The button at the end of a head ("+"), named for tests and screen readers.
QAbstractButton* addHeadButton(const Section& section, const QString& id, const QString& name);

/// An empty column without margins, spaced like the inspector's rows.
QVBoxLayout* plainColumn(QWidget* owner);

} // namespace gatehouse::ui
