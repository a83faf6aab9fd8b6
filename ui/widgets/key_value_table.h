#pragma once

#include "ui/widgets/theme.h"

#include <QPair>
#include <QTableView>

class QStandardItemModel;

namespace gatehouse::ui
{

using KeyValues = QList<QPair<QString, QString>>;

/// Names and values in two columns (headers, query parameters). Editable ones keep an empty last row to type
/// into. Values whose name is a secret's (authorization, cookie, set-cookie, proxy-authorization, x-api-key)
/// are masked until asked; copying takes the true value.
class KeyValueTable : public QTableView
{
    Q_OBJECT
public:
    explicit KeyValueTable(bool editable, QWidget* parent = nullptr);
    void setRows(const KeyValues& rows); ///< no signal
    KeyValues rows() const;              ///< without empty ones
    void setRevealed(bool revealed);
    bool hasSecrets() const;
    static bool isSecret(const QString& name);

Q_SIGNALS:
    void edited();

protected:
    void keyPressEvent(QKeyEvent*) override; ///< Del removes rows, copy takes "name: value" lines

private:
    void keepEmptyRow();
    QStandardItemModel* model_;
    bool editable_;
    bool revealed_ = false;
    bool quiet_ = false;
};

} // namespace gatehouse::ui
