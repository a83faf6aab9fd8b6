#pragma once

#include "ui/widgets/theme.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QWidget>

class QLabel;
class QTimer;

/// Small inputs. None of them ever clears what a person typed.
namespace gatehouse::ui
{

/// What is wrong beside a field; hidden while empty. `showProblem` also marks the field (edge in the state's
/// colour, accessible description = the text).
class FieldError : public QWidget
{
    Q_OBJECT
public:
    explicit FieldError(QWidget* field, QWidget* parent = nullptr);
    void showProblem(const QString& text, State state = State::error);
    void clear();
    QString text() const;

private:
    QWidget* field_;
    QLabel* icon_;
    QLabel* label_;
    State state_ = State::error;
};

/// Filter box with a clear button and "12 of 340". Emits `filterChanged` after a pause of 150 ms.
class FilterEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit FilterEdit(QWidget* parent = nullptr);
    void setCounts(qint64 shown, qint64 all); ///< all < 0 = no count

Q_SIGNALS:
    void filterChanged(const QString& text);

protected:
    void resizeEvent(QResizeEvent*) override;
    void keyPressEvent(QKeyEvent*) override; ///< Esc clears, then passes on

private:
    QLabel* counts_;
    QTimer* pause_;
};

/// Line edit that validates after a pause (300 ms) and on Enter or leaving. Emits `edited` with the new text
/// only then.
class PausedEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit PausedEdit(QWidget* parent = nullptr);
    void setCode(bool code); ///< code font
    void setTextQuietly(
        const QString& text); ///< from the document; leaves cursor and text alone while being typed in

Q_SIGNALS:
    void edited(const QString& text);

protected:
    void focusOutEvent(QFocusEvent*) override;

private:
    void settle();
    QTimer* pause_;
    QString settled_;
};

/// Right-aligned number with a unit inside the field ("1,200 /s"), locale separators, code font. Whole
/// numbers when `decimals` is 0. Emits valueChanged as QDoubleSpinBox does, keyboard tracking off.
class NumberField : public QDoubleSpinBox
{
    Q_OBJECT
public:
    NumberField(double minimum, double maximum, int decimals, const QString& unit, QWidget* parent = nullptr);
    void setValueQuietly(double value);
};

} // namespace gatehouse::ui
