#include "tests/support/test_main.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QLineEdit>

using namespace gatehouse::ui;

namespace {

const QList<Scheme> schemes = {Scheme::light, Scheme::dark, Scheme::highContrastLight,
                               Scheme::highContrastDark};

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme().install(Scheme::light); }
    void cleanup() { theme().apply(Scheme::light); }

    void contrast_is_that_of_wcag()
    {
        QCOMPARE(Theme::contrast(Qt::black, Qt::white), 21.0);
        QVERIFY(std::abs(Theme::contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
    }

    void text_stands_out_by_4_5_on_every_ground()
    {
        for (const Scheme scheme : schemes) {
            theme().apply(scheme);
            for (const Role ground : {Role::window, Role::base, Role::sunken, Role::selection})
                for (const Role text : {Role::text, Role::textSecondary}) {
                    const double ratio = Theme::contrast(theme().color(text), theme().color(ground));
                    QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("scheme %1, text %2 on %3: %4")
                                                          .arg(int(scheme))
                                                          .arg(int(text))
                                                          .arg(int(ground))
                                                          .arg(ratio)));
                }
            QVERIFY(Theme::contrast(theme().color(Role::placeholder), theme().color(Role::base)) >= 4.5);
            QVERIFY(Theme::contrast(theme().color(Role::onAccent), theme().color(Role::accentFill)) >= 4.5);
            QVERIFY(Theme::contrast(theme().color(Role::onDanger), theme().color(Role::dangerFill)) >= 4.5);
        }
    }

    void states_stand_out_on_their_tint_and_edges_by_3()
    {
        for (const Scheme scheme : schemes) {
            theme().apply(scheme);
            for (const State state : {State::ok, State::warning, State::error, State::info, State::off})
                QVERIFY2(Theme::contrast(theme().stateColor(state), theme().stateTint(state)) >= 4.5,
                         qPrintable(QStringLiteral("scheme %1 state %2").arg(int(scheme)).arg(int(state))));
            for (const Role ground : {Role::window, Role::base})
                QVERIFY(Theme::contrast(theme().color(Role::controlEdge), theme().color(ground)) >= 3.0);
            for (int i = 0; i < Theme::seriesCount; ++i)
                QVERIFY(Theme::contrast(theme().series(i), theme().color(Role::base)) >= 3.0);
        }
    }

    void a_live_change_reaches_the_palette_and_says_so()
    {
        QSignalSpy changed(&theme(), &Theme::changed);
        theme().apply(Scheme::dark);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme().color(Role::window));
    }

    void fonts_come_from_the_resources()
    {
        QCOMPARE(QFontInfo(theme().font(TextStyle::body)).family(), QStringLiteral("Inter"));
        QCOMPARE(QFontInfo(theme().font(TextStyle::code)).family(), QStringLiteral("JetBrains Mono"));
        const QFontMetricsF code(theme().font(TextStyle::code));
        QCOMPARE(code.horizontalAdvance(QLatin1Char('1')), code.horizontalAdvance(QLatin1Char('8')));
    }

    void every_icon_renders_in_its_role_s_colour_at_every_scale()
    {
        iconPixmap(QStringLiteral("x"), Role::text, 16, 1); // registers the resources
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() > 60);
        for (const QString& file : files)
            for (const qreal ratio : {1.0, 1.25, 2.0}) {
                const QPixmap pixmap = iconPixmap(file.chopped(4), Role::error, 16, ratio);
                QCOMPARE(pixmap.width(), int(std::lround(16 * ratio)));
                const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
                int inked = 0;
                for (int y = 0; y < image.height(); ++y)
                    for (int x = 0; x < image.width(); ++x) {
                        const QColor pixel = image.pixelColor(x, y);
                        if (pixel.alpha() < 96) // thin strokes at 16 px cover no pixel wholly
                            continue;
                        ++inked;
                        const QColor wanted = theme().color(Role::error); // fainter pixels round more
                        QVERIFY(std::abs(pixel.red() - wanted.red()) <= 4 &&
                                std::abs(pixel.green() - wanted.green()) <= 4 &&
                                std::abs(pixel.blue() - wanted.blue()) <= 4);
                    }
                QVERIFY2(inked > 0, qPrintable(file));
            }
    }

    void controls_have_their_measures()
    {
        QLineEdit edit;
        QCOMPARE(edit.sizeHint().height(), metrics::controlHeight);
    }
};

GATEHOUSE_TEST(ThemeTest)
#include "theme_test.moc"
