#include "ui/shell/rail.h"

#include "ui/widgets/icons.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

void paintItem(QPainter& painter, const QAbstractButton& button, const QString& iconName, bool current)
{
    const QRect all = button.rect();
    painter.fillRect(all, theme().color(current ? Role::window : Role::sunken));
    if (!current && button.underMouse()) {
        QColor veil = theme().color(Role::text);
        veil.setAlphaF(0.06f);
        painter.fillRect(all, veil);
    }
    if (current)
        painter.fillRect(QRect(0, 0, 2, all.height()), theme().color(Role::accentText));
    const Role role = current ? Role::accentText : Role::textSecondary;
    paintIcon(painter, QRectF((all.width() - metrics::iconBar) / 2.0, 6, metrics::iconBar, metrics::iconBar),
              iconName, role);
    QFont font = theme().font(TextStyle::caption);
    if (current)
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(theme().color(role));
    const QString word = painter.fontMetrics().elidedText(button.text(), Qt::ElideRight, all.width() - 4);
    painter.drawText(all.adjusted(0, 27, 0, 0), Qt::AlignHCenter | Qt::AlignTop, word);
}

template <class Base>
class Item : public Base
{
public:
    Item(const QString& title, const QString& iconName, QWidget* parent)
        : Base(title, parent), iconName_(iconName)
    {
        this->setFixedSize(metrics::railWidth - 1, metrics::railItemHeight);
        this->setAttribute(Qt::WA_Hover);
        this->setToolTip(title);
        this->setAccessibleName(title);
    }

protected:
    bool hitButton(const QPoint& at) const override { return this->rect().contains(at); }
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintItem(painter, *this, iconName_, this->isChecked());
    }

private:
    QString iconName_;
};

} // namespace

Rail::Rail(QWidget* parent) : QWidget(parent), group_(new QButtonGroup(this)), column_(new QVBoxLayout(this))
{
    setFixedWidth(metrics::railWidth);
    setAccessibleName(tr("Pages"));
    column_->setContentsMargins(0, 0, 1, 4);
    column_->setSpacing(0);
    column_->addStretch();
    connect(group_, &QButtonGroup::buttonToggled, this, [this](QAbstractButton* button, bool on) {
        if (on)
            Q_EMIT chosen(button->property("page").toString());
    });
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Rail::addPage(const QString& id, const QString& title, const QString& iconName)
{
    auto* item = new Item<QRadioButton>(title, iconName, this);
    item->setObjectName(QStringLiteral("rail.") + id);
    item->setProperty("page", id);
    column_->insertWidget(int(group_->buttons().size()), item);
    group_->addButton(item);
}

void Rail::addFoot(const QString& title, const QString& iconName, std::function<void()> act)
{
    auto* item = new Item<QPushButton>(title, iconName, this);
    column_->addWidget(item);
    connect(item, &QPushButton::clicked, this, std::move(act));
}

void Rail::setCurrent(const QString& id)
{
    for (QAbstractButton* button : group_->buttons())
        if (button->property("page").toString() == id)
            button->setChecked(true);
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Role::sunken));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme().color(Role::line));
}

} // namespace gatehouse::ui
