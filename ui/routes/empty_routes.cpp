#include "ui/routes/empty_routes.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/elided_label.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::ui {
namespace {

constexpr int widest = 380;

} // namespace

EmptyRoutes::EmptyRoutes(QWidget* canvas) : QWidget(canvas)
{
    setObjectName(QStringLiteral("routes.empty"));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(metrics::gap);
    auto* title = new TextLabel(tr("No routes yet"), TextStyle::title, Role::text, this);
    title->setAlignment(Qt::AlignCenter);
    column->addWidget(title);
    auto* words =
        new TextLabel(tr("A listener takes requests, a route chooses among them by path, method or "
                         "header, and a service answers. Drag one from the palette, or begin here."),
                      TextStyle::body, Role::textSecondary, this);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    column->addWidget(words);
    auto* add = primaryButton(tr("Add a route"), QStringLiteral("plus"), this);
    add->setObjectName(QStringLiteral("routes.empty.add"));
    column->addWidget(add, 0, Qt::AlignCenter);
    auto* demo = new QPushButton(tr("Open the demo Bookshop"), this);
    demo->setObjectName(QStringLiteral("routes.empty.demo"));
    demo->setProperty("look", QStringLiteral("quiet"));
    column->addWidget(demo, 0, Qt::AlignCenter);
    connect(add, &QPushButton::clicked, this, &EmptyRoutes::addAsked);
    connect(demo, &QPushButton::clicked, this, &EmptyRoutes::demoAsked);
    canvas->installEventFilter(this);
    place();
}

bool EmptyRoutes::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        place();
    return QWidget::eventFilter(watched, event);
}

void EmptyRoutes::place()
{
    const QRect all = parentWidget()->rect();
    const int width = std::min(widest, all.width() - 2 * metrics::group);
    const int height = layout()->heightForWidth(width);
    setGeometry(QRect(all.center() - QPoint(width / 2, height / 2), QSize(width, height)));
}

} // namespace gatehouse::ui
