#pragma once

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace gatehouse::ui {

class FieldError;

/// One line of an inspector: a label, the editors beside it, and under them whatever is wrong with them.
class FieldRow : public QWidget
{
    Q_OBJECT
public:
    static constexpr int labelWidth = 76;

    explicit FieldRow(const QString& label, QWidget* parent = nullptr); ///< empty: the editors take it all
    void add(QWidget* editor, int stretch = 0);
    FieldError* addError(QWidget* editor);

private:
    QVBoxLayout* column_;
    QHBoxLayout* line_;
};

} // namespace gatehouse::ui
