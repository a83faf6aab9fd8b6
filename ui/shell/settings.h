#pragma once

#include "ui/widgets/theme.h"

#include <QDialog>

namespace gatehouse::ui {

/// What a person set; kept in QSettings.
struct Settings {
    ThemeChoice theme = ThemeChoice::system;
    QString language; ///< "" = the system's, "en", "zh_CN"
    bool reducedMotion = false;

    static Settings load();
    void save() const;
};

/// Theme and motion change at once; the language at the next start, and it says so.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(QWidget* parent);
};

} // namespace gatehouse::ui
