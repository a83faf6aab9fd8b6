#include "ui/charts/chart_export_menu.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/live_chart.h"

#include <QBuffer>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QSaveFile>

#include <functional>

namespace gatehouse::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChartExport)
};

QByteArray pngOf(const LiveChart& chart, int scale)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    chartImage(chart.plot(), scale).save(&buffer, "PNG");
    return bytes;
}

void writeFile(QWidget* parent, const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    const bool whole = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    if (whole && file.commit())
        return;
    file.cancelWriting();
    auto* notice = new QMessageBox(
        QMessageBox::Warning, Words::tr("Not exported"),
        Words::tr("%1 could not be written: %2. Choose another place.").arg(path, file.errorString()),
        QMessageBox::Ok, parent);
    notice->setAttribute(Qt::WA_DeleteOnClose);
    notice->open();
}

/// The bytes are made now: what is exported is what was seen when it was asked for.
void save(LiveChart& chart, const QString& suffix, const QByteArray& bytes)
{
    auto* dialog = new QFileDialog(&chart, Words::tr("Export chart"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(chartFileName(chart.plot(), suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, &chart,
                     [&chart, bytes](const QString& path) { writeFile(&chart, path, bytes); });
    dialog->open();
}

} // namespace

void addExportActions(QMenu& menu, LiveChart& chart)
{
    const auto add = [&](const QString& text, const QString& suffix, std::function<QByteArray()> make) {
        QAction* action = menu.addAction(text);
        QObject::connect(action, &QAction::triggered, &chart,
                         [&chart, suffix, make = std::move(make)] { save(chart, suffix, make()); });
    };
    add(Words::tr("Export as PNG…"), QStringLiteral("png"), [&chart] { return pngOf(chart, 1); });
    add(Words::tr("Export as PNG, 2×…"), QStringLiteral("png"), [&chart] { return pngOf(chart, 2); });
    add(Words::tr("Export as SVG…"), QStringLiteral("svg"), [&chart] { return chartSvg(chart.plot()); });
    add(Words::tr("Export as CSV…"), QStringLiteral("csv"),
        [&chart] { return chartCsv(chart.plot()).toUtf8(); });
    QAction* copy = menu.addAction(Words::tr("Copy values"));
    QObject::connect(copy, &QAction::triggered, &chart,
                     [&chart] { QGuiApplication::clipboard()->setText(chartCsv(chart.plot())); });
}

} // namespace gatehouse::ui
