#include "tests/support/test_main.h"
#include "ui/shell/command_palette.h"
#include "ui/widgets/theme.h"

#include <QAction>

using namespace gatehouse::ui;

class CommandPaletteTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme().install(Scheme::light); }

    void letters_in_order_fit_and_word_starts_weigh_more()
    {
        QVERIFY(fuzzyScore(QStringLiteral("lo"), QStringLiteral("Lay out")) >
                fuzzyScore(QStringLiteral("lo"), QStringLiteral("Unload")));
        QCOMPARE(fuzzyScore(QStringLiteral("zz"), QStringLiteral("Lay out")),
                 std::numeric_limits<int>::min());
    }

    void offers_what_fits_and_runs_it()
    {
        QWidget window;
        QAction save(QStringLiteral("&Save"));
        QAction layOut(QStringLiteral("Lay out"));
        QAction off(QStringLiteral("Save later"));
        off.setEnabled(false);
        QSignalSpy ran(&save, &QAction::triggered);
        auto* palette = new CommandPalette({&layOut, &off, &save}, &window);
        palette->setQuery(QStringLiteral("save"));
        QCOMPARE(palette->shown(), (QStringList{QStringLiteral("Save"), QStringLiteral("Save later")}));
        QTest::keyClick(palette->findChild<QWidget*>(QStringLiteral("palette.query")), Qt::Key_Return);
        QTRY_COMPARE(ran.count(), 1);
    }
};

GATEHOUSE_TEST(CommandPaletteTest)
#include "command_palette_test.moc"
