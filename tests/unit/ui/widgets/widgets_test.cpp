#include "tests/support/test_main.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/json_tokens.h"
#include "ui/widgets/key_value_table.h"
#include "ui/widgets/line_index.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/state_badge.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QElapsedTimer>

#include <cmath>

using namespace gatehouse::ui;

class WidgetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        theme().install(Scheme::light);
    }

    void numbers_read_as_a_person_writes_them()
    {
        QCOMPARE(rateText(528.4), QStringLiteral("528/s"));
        QCOMPARE(rateText(4.14), QStringLiteral("4.1/s"));
        QCOMPARE(countText(1204), QStringLiteral("1,204"));
        QCOMPARE(shareText(0.0057), QStringLiteral("0.57 %"));
        QCOMPARE(durationText_ms(18.44), QStringLiteral("18.4 ms"));
        QCOMPARE(bytesText(1846), QStringLiteral("1,846 B"));
        QCOMPARE(countText(std::nan("")), QStringLiteral("–"));
    }

    void a_badge_is_named_by_its_word()
    {
        StateBadge badge;
        badge.setState(State::ok, QStringLiteral("Serving"));
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&badge);
        QVERIFY(face);
        QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Serving"));
    }

    void a_section_folds_its_body_by_key()
    {
        QWidget window;
        SectionHeader header(QStringLiteral("Filters"), &window);
        QWidget body(&window);
        header.setBody(&body);
        window.show();
        QVERIFY(body.isVisible());
        QTest::keyClick(&header, Qt::Key_Space);
        QVERIFY(!body.isVisible());
    }

    void an_elided_text_is_whole_in_its_tooltip()
    {
        ElidedLabel label(QStringLiteral("a rather long text that does not fit"));
        label.resize(60, 20);
        label.show();
        QVERIFY(QTest::qWaitForWindowExposed(&label));
        QCOMPARE(label.toolTip(), label.text());
        label.resize(600, 20);
        QVERIFY(label.toolTip().isEmpty());
    }

    void a_field_error_names_the_problem_on_the_field_too()
    {
        QLineEdit field;
        FieldError error(&field);
        error.showProblem(QStringLiteral("A path begins with “/”."));
        QVERIFY(error.isVisibleTo(nullptr));
        QCOMPARE(field.accessibleDescription(), QStringLiteral("A path begins with “/”."));
        QCOMPARE(field.property("problem").toString(), QStringLiteral("error"));
        error.clear();
        QVERIFY(field.accessibleDescription().isEmpty());
    }

    void a_paused_edit_speaks_after_the_pause_and_once()
    {
        PausedEdit edit;
        edit.setTextQuietly(QStringLiteral("/old"));
        QSignalSpy edited(&edit, &PausedEdit::edited);
        edit.selectAll();
        QTest::keyClicks(&edit, QStringLiteral("/new"));
        QCOMPARE(edited.count(), 0);
        QTRY_COMPARE(edited.count(), 1);
        QCOMPARE(edited[0][0].toString(), QStringLiteral("/new"));
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(edited.count(), 1);
    }

    void a_segment_is_chosen_by_arrow()
    {
        SegmentedControl control;
        control.addSegment(QStringLiteral("a"), QStringLiteral("A"));
        auto* second = control.addSegment(QStringLiteral("b"), QStringLiteral("B"));
        QSignalSpy chosen(&control, &SegmentedControl::chosen);
        control.show();
        QTest::mouseClick(second, Qt::LeftButton);
        QCOMPARE(control.current(), QStringLiteral("b"));
        QCOMPARE(chosen.count(), 1);
    }

    void secrets_are_masked_but_kept()
    {
        KeyValueTable table(true);
        table.setRows({{QStringLiteral("Authorization"), QStringLiteral("Bearer abc")}});
        QVERIFY(table.hasSecrets());
        QCOMPARE(table.rows().first().second, QStringLiteral("Bearer abc"));
        QCOMPARE(table.model()->rowCount(), 2); // the empty row to type into
    }

    void a_line_of_5_mb_opens_and_paints_at_once()
    {
        const QString text = QStringLiteral("{\"a\": 1, \"b\": \"two\"}, ").repeated(250'000);
        CodeView view;
        view.resize(600, 400);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QElapsedTimer clock;
        clock.start();
        view.setText(text, CodeView::Language::json);
        view.grab();
        QVERIFY2(clock.elapsed() < 250, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(view.lineCount(), 1);
    }

    void find_counts_and_selects()
    {
        CodeView view;
        view.setText(QStringLiteral("one\ntwo One\nthree"));
        QCOMPARE(view.find(QStringLiteral("one")), 2);
        QCOMPARE(view.selectedText(), QStringLiteral("one"));
        view.findNext();
        QCOMPARE(view.selectedText(), QStringLiteral("One"));
        QCOMPARE(view.find(QStringLiteral("absent")), 0);
    }

    void lines_are_found_by_offset()
    {
        LineIndex index;
        index.setText(QStringLiteral("a\r\nbb\n\nc"));
        QCOMPARE(index.lineCount(), 4);
        QCOMPARE(index.line(0).toString(), QStringLiteral("a"));
        QCOMPARE(index.lineAt(4), 1);
        QCOMPARE(index.line(3).toString(), QStringLiteral("c"));
    }

    void json_names_differ_from_strings()
    {
        const QString line = QStringLiteral("  \"name\": \"a \\\" b\", -1.5e3 true");
        const auto spans = jsonSpans(line, 0, int(line.size()));
        QCOMPARE(spans.size(), 4);
        QVERIFY(spans[0].kind == JsonKind::name);
        QVERIFY(spans[1].kind == JsonKind::string);
        QCOMPARE(line.mid(spans[1].from, spans[1].length), QStringLiteral("\"a \\\" b\""));
        QVERIFY(spans[2].kind == JsonKind::number);
        QVERIFY(spans[3].kind == JsonKind::word);
    }
};

GATEHOUSE_TEST(WidgetsTest)
#include "widgets_test.moc"
