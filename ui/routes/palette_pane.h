#pragma once

#include <QWidget>

class QListWidget;

namespace gatehouse::ui {

/// What can be put on the canvas: drag it there, or press Enter.
class PalettePane : public QWidget
{
    Q_OBJECT
public:
    struct Item {
        QString id; ///< of namespace palette
        QString iconName;
        QString text;
    };
    static QList<Item> items();

    explicit PalettePane(QWidget* parent = nullptr);

Q_SIGNALS:
    void addAsked(const QString& item);

private:
    QListWidget* list_;
};

} // namespace gatehouse::ui
