#pragma once

#include <QWidget>

#include <functional>

class QButtonGroup;
class QVBoxLayout;

namespace gatehouse::ui {

/// The pages: icon over word, 72 wide. Items are radio buttons to a screen reader; up and down arrows move.
class Rail : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);
    void addPage(const QString& id, const QString& title, const QString& iconName);
    void addFoot(const QString& title, const QString& iconName, std::function<void()> act);
    void setCurrent(const QString& id);

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QButtonGroup* group_;
    QVBoxLayout* column_;
};

} // namespace gatehouse::ui
