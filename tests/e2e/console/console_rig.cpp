#include "tests/support/test_main.h"

#include "console_rig.h"

#include "tests/support/http_ask.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/state_badge.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QSettings>

namespace gatehouse::tests {

namespace {

void setUpApplication(const QString& settingsFolder)
{
    QApplication::setOrganizationName(QStringLiteral("gatehouse"));
    QApplication::setApplicationName(QStringLiteral("gatehouse"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settingsFolder);
    static const bool once = [] {
        ui::theme().setReducedMotion(true);
        ui::theme().install(ui::Scheme::light);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace

ui::EngineClient::Options ConsoleRig::realEngine()
{
    ui::EngineClient::Options options;
    options.program = QStringLiteral(GATEHOUSE_BIN_DIR "/gatehouse-engine");
    options.helloTimeout_ms = limit_ms; // a machine that builds meanwhile is slow
    return options;
}

ConsoleRig::ConsoleRig(ui::EngineClient::Options engine) : console_(std::move(engine))
{
    setUpApplication(folder_.path());
    window_ = console_.makeWindow();
    window_->resize(1600, 1000);
    window_->show();
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
}

ConsoleRig::~ConsoleRig() = default;

void ConsoleRig::openBookshop()
{
    QVERIFY(QFile::copy(QStringLiteral(GATEHOUSE_SOURCE_DIR "/resources/workspaces/bookshop.gatehouse.json"),
                        bookshop()));
    QVERIFY(QFile(bookshop()).setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    open(bookshop());
}

void ConsoleRig::open(const QString& file)
{
    window_->openFile(file);
    console_.engine().start();
}

bool ConsoleRig::serves()
{
    const auto demoServicesAreUp = [this] {
        const auto& backends = document().applied().backends;
        return std::all_of(backends.begin(), backends.end(),
                           [](const auto& backend) { return !backend.endpoints.empty(); });
    };
    return QTest::qWaitFor(
        [&] { return document().serving() == ui::Document::Serving::serving && demoServicesAreUp(); },
        limit_ms);
}

QString ConsoleRig::text(const QString& name)
{
    auto* widget = find<QWidget>(name);
    if (const auto* badge = qobject_cast<ui::StateBadge*>(widget))
        return badge->word();
    if (const auto* banner = qobject_cast<ui::Banner*>(widget))
        return banner->isVisible() ? banner->text() : QString();
    if (const auto* button = qobject_cast<QAbstractButton*>(widget))
        return button->text();
    return widget->property("text").toString();
}

void ConsoleRig::click(const QString& name)
{
    auto* widget = find<QWidget>(name);
    QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
}

void ConsoleRig::type(const QString& name, const QString& text)
{
    auto* widget = find<QWidget>(name);
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(widget, text);
    QTest::keyClick(widget, Qt::Key_Return);
}

std::uint16_t ConsoleRig::port(const char* listener)
{
    for (const auto& state : document().applied().listeners)
        if (state.key == listener)
            return state.port;
    return 0;
}

http::ClientResult ConsoleRig::ask(const char* listener, http::ClientRequest request)
{
    return tests::ask(port(listener), std::move(request));
}

int ConsoleRig::status(const char* listener, const char* target)
{
    return ask(listener, {.target = target}).status;
}

} // namespace gatehouse::tests
