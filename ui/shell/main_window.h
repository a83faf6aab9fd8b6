#pragma once

#include "ui/shell/context.h"
#include "ui/shell/page.h"

#include <QMainWindow>

#include <memory>

namespace gatehouse::ui {

/// Menu bar, rail, pages, bottom pane, status bar, banners and the command palette. Owns the pages.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Context context, QWidget* parent = nullptr);
    ~MainWindow() override;

    void addPage(Page* page); ///< in the rail's order
    QList<Page*> pages() const;
    Page* currentPage() const;
    void showPage(const QString& id);
    void showBottomTab(const QString& id); ///< "problems", "log" or a page's own
    void setBottomVisible(bool visible);
    void openFile(const QString& path); ///< asks about unsaved changes first
    void restoreState_(); ///< size, place, splitters, page; a place off every screen is corrected
    QJsonObject statusReadOuts() const; ///< the numbers of the status line
    QList<QAction*> allActions() const; ///< what the palette offers

protected:
    void closeEvent(QCloseEvent*) override;
    void dragEnterEvent(QDragEnterEvent*) override;
    void dropEvent(QDropEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

} // namespace gatehouse::ui
