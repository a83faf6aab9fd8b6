#include "ui/widgets/theme.h"

#include "ui/widgets/assets.h"
#include "ui/widgets/focus_ring.h"
#include "ui/widgets/palette_table.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QToolTip>

#include <array>
#include <cmath>

namespace gatehouse::ui
{

namespace
{

constexpr int bodyPixels = 13;

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

/// Before we install a palette of our own; asked once.
bool systemIsDark()
{
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightnessF() < 0.5;
    return dark;
}

} // namespace

Theme& Theme::instance()
{
    static Theme only;
    return only;
}

bool Theme::isDark() const
{
    return scheme_ == Scheme::dark || scheme_ == Scheme::highContrastDark;
}

QColor Theme::color(Role role) const
{
    return QColor::fromRgb(roleColor(scheme_, role));
}

QColor Theme::stateColor(State state) const
{
    constexpr std::array roles = {Role::ok, Role::warning, Role::error, Role::info, Role::off};
    return color(roles[std::size_t(state)]);
}

QColor Theme::stateTint(State state) const
{
    constexpr std::array roles = {Role::okTint, Role::warningTint, Role::errorTint, Role::infoTint,
                                  Role::offTint};
    return color(roles[std::size_t(state)]);
}

QColor Theme::series(int index) const
{
    return QColor::fromRgb(seriesColor(scheme_, index));
}

QVector<qreal> Theme::seriesDash(int index) const
{
    static const std::array<QVector<qreal>, seriesCount> dashes = {QVector<qreal>{}, {4, 2}, {1, 1.5},
                                                                   {5, 1.5, 1, 1.5}, {2, 1}, {1, 3}};
    return dashes[std::size_t(index) % seriesCount];
}

QFont Theme::font(TextStyle style) const
{
    const bool code = style == TextStyle::code || style == TextStyle::codeSmall;
    QFont font;
    font.setFamilies(code ? QStringList{QStringLiteral("JetBrains Mono"),
                                        QStringLiteral("Noto Sans Mono CJK SC"),
                                        QStringLiteral("Noto Sans CJK SC"), QStringLiteral("monospace")}
                          : QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC"),
                                        QStringLiteral("sans-serif")});
    font.setStyleHint(code ? QFont::Monospace : QFont::SansSerif);
    font.setPixelSize(bodyPixels);
    switch (style) {
    case TextStyle::caption:
        font.setPixelSize(12);
        break;
    case TextStyle::body:
        break;
    case TextStyle::label:
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::title:
        font.setPixelSize(16);
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::display:
        font.setPixelSize(21);
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::code:
        font.setPixelSize(12);
        break;
    case TextStyle::codeSmall:
        font.setPixelSize(11);
        break;
    }
    return font;
}

void Theme::setReducedMotion(bool reduced)
{
    if (reducedMotion_ == reduced)
        return;
    reducedMotion_ = reduced;
    Q_EMIT changed();
}

QPalette Theme::palette() const
{
    QPalette p;
    const auto all = [&](QPalette::ColorRole role, Role ours) { p.setColor(role, color(ours)); };
    all(QPalette::Window, Role::window);
    all(QPalette::WindowText, Role::text);
    all(QPalette::Base, Role::base);
    all(QPalette::AlternateBase, Role::window);
    all(QPalette::Text, Role::text);
    all(QPalette::PlaceholderText, Role::placeholder);
    all(QPalette::Button, Role::base);
    all(QPalette::ButtonText, Role::text);
    all(QPalette::BrightText, Role::error);
    all(QPalette::Highlight, Role::selection);
    all(QPalette::HighlightedText, Role::text);
    all(QPalette::Link, Role::accentText);
    all(QPalette::LinkVisited, Role::accentText);
    all(QPalette::ToolTipBase, Role::base);
    all(QPalette::ToolTipText, Role::text);
    all(QPalette::Light, Role::base);
    all(QPalette::Midlight, Role::sunken);
    all(QPalette::Mid, Role::line);
    all(QPalette::Dark, Role::controlEdge);
    all(QPalette::Shadow, Role::controlEdge);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, color(Role::disabled));
    return p;
}

void Theme::install(Scheme scheme)
{
    systemIsDark();
    if (!installed_) {
        installed_ = true;
        ensureAssets();
        const QDir fonts(QStringLiteral(":/fonts"));
        for (const QString& file : fonts.entryList())
            QFontDatabase::addApplicationFont(fonts.filePath(file));
        QApplication::setStyle(new Style);
        FocusRing::watch();
    }
    scheme_ = scheme;
    apply(scheme);
}

void Theme::apply(Scheme scheme)
{
    scheme_ = scheme;
    QApplication::setFont(font(TextStyle::body));
    QApplication::setPalette(palette());
    QToolTip::setPalette(palette());
    QToolTip::setFont(font(TextStyle::body));
    Q_EMIT changed();
}

Scheme Theme::schemeFor(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::light:
        return Scheme::light;
    case ThemeChoice::dark:
        return Scheme::dark;
    case ThemeChoice::highContrast:
        return systemIsDark() ? Scheme::highContrastDark : Scheme::highContrastLight;
    case ThemeChoice::system:
        break;
    }
    return systemIsDark() ? Scheme::dark : Scheme::light;
}

double Theme::contrast(const QColor& a, const QColor& b)
{
    const double one = luminance(a);
    const double two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

} // namespace gatehouse::ui
