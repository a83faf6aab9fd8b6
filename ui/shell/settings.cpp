#include "ui/shell/settings.h"

#include "ui/widgets/elided_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QSettings>

namespace gatehouse::ui {

Settings Settings::load()
{
    const QSettings stored;
    Settings settings;
    settings.theme = ThemeChoice(stored.value(QStringLiteral("theme"), 0).toInt());
    settings.language = stored.value(QStringLiteral("language")).toString();
    settings.reducedMotion = stored.value(QStringLiteral("reducedMotion"), false).toBool();
    return settings;
}

void Settings::save() const
{
    QSettings stored;
    stored.setValue(QStringLiteral("theme"), int(theme));
    stored.setValue(QStringLiteral("language"), language);
    stored.setValue(QStringLiteral("reducedMotion"), reducedMotion);
}

SettingsDialog::SettingsDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Settings"));
    setObjectName(QStringLiteral("settings"));
    const Settings now = Settings::load();
    auto* themes = new QComboBox(this);
    themes->setObjectName(QStringLiteral("settings.theme"));
    themes->addItems({tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast")});
    themes->setCurrentIndex(int(now.theme));
    auto* languages = new QComboBox(this);
    languages->setObjectName(QStringLiteral("settings.language"));
    languages->addItem(tr("As the system"), QString());
    languages->addItem(QStringLiteral("English"), QStringLiteral("en"));
    languages->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    languages->setCurrentIndex(std::max(0, languages->findData(now.language)));
    auto* motion = new QCheckBox(tr("Less motion"), this);
    motion->setObjectName(QStringLiteral("settings.motion"));
    motion->setChecked(now.reducedMotion);
    auto* note = new TextLabel(tr("The language changes at the next start."), TextStyle::caption,
                               Role::textSecondary, this);
    auto* form = new QFormLayout(this);
    form->addRow(tr("&Theme"), themes);
    form->addRow(tr("&Language"), languages);
    form->addRow(QString(), note);
    form->addRow(QString(), motion);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto store = [=] {
        Settings settings;
        settings.theme = ThemeChoice(themes->currentIndex());
        settings.language = languages->currentData().toString();
        settings.reducedMotion = motion->isChecked();
        settings.save();
        ui::theme().setReducedMotion(settings.reducedMotion);
        const Scheme scheme = Theme::schemeFor(settings.theme);
        if (scheme != ui::theme().scheme())
            ui::theme().apply(scheme);
    };
    connect(themes, &QComboBox::currentIndexChanged, this, store);
    connect(languages, &QComboBox::currentIndexChanged, this, store);
    connect(motion, &QCheckBox::toggled, this, store);
}

} // namespace gatehouse::ui
