#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QVector>

/// Colours, type and measures of the interface. The only place in ui/ with colour literals. GUI thread only.
/// A widget that paints itself reads theme().color(Role) in paintEvent and calls update() on Theme::changed.
namespace gatehouse::ui
{

enum class Role {
    window,
    base,
    sunken, ///< page ground; views, cards, fields; rail and headers
    line,
    controlEdge, ///< decoration (no ratio owed); edges of controls, nodes (≥ 3:1)
    text,
    textSecondary,
    placeholder,
    disabled,
    accentText,
    accentFill,
    onAccent,  ///< links and focus ring; the primary button and the words on it
    selection, ///< ground under role text
    ok,
    okTint,
    warning,
    warningTint,
    error,
    errorTint,
    info,
    infoTint,
    off,
    offTint,
    dangerFill,
    onDanger,
    grid, ///< canvas dots
    count_
};

enum class Scheme { light, dark, highContrastLight, highContrastDark };
enum class ThemeChoice { system, light, dark, highContrast }; ///< what a person sets

enum class State { ok, warning, error, info, off }; ///< shape first, then colour
enum class TextStyle { caption, body, label, title, display, code, codeSmall };

/// Device independent pixels.
namespace metrics
{
constexpr int step = 4;
constexpr int gap = 8;
constexpr int inset = 12;
constexpr int group = 16;
constexpr int section = 24;
constexpr int radius = 4;
constexpr int cardRadius = 8;
constexpr int controlHeight = 28;
constexpr int barHeight = 36;
constexpr int rowHeight = 26;
constexpr int logRowHeight = 22;
constexpr int tabHeight = 30;
constexpr int railWidth = 72;
constexpr int railItemHeight = 48;
constexpr int inspectorWidth = 320;
constexpr int focusRing = 2;
constexpr int focusGap = 1;
constexpr int iconSmall = 16;
constexpr int iconBar = 20;
constexpr int motion_ms = 120;
} // namespace metrics

class Theme : public QObject
{
    Q_OBJECT
public:
    static Theme& instance();

    Scheme scheme() const { return scheme_; }
    bool isDark() const;
    QColor color(Role role) const;
    QColor stateColor(State state) const;
    QColor stateTint(State state) const;

    static constexpr int seriesCount = 6;
    QColor series(int index) const;             ///< index modulo 6
    QVector<qreal> seriesDash(int index) const; ///< in pen widths; empty = solid

    /// Inter / JetBrains Mono from the resources, with Noto Sans CJK SC behind. `code` has equal-width
    /// digits.
    QFont font(TextStyle style) const;

    bool reducedMotion() const { return reducedMotion_; }
    void setReducedMotion(bool reduced);

    /// Loads the fonts, installs the style, palette and style sheet on qApp. Once, after QApplication.
    void install(Scheme scheme);
    void apply(Scheme scheme);                   ///< live change
    static Scheme schemeFor(ThemeChoice choice); ///< system: by the system palette's lightness at start

    static double contrast(const QColor& a, const QColor& b); ///< WCAG 2.x ratio, 1 … 21
    QPalette palette() const;

Q_SIGNALS:
    void changed();

private:
    Theme() = default;
    Scheme scheme_ = Scheme::light;
    bool reducedMotion_ = false;
    bool installed_ = false;
};

inline Theme& theme()
{
    return Theme::instance();
}

} // namespace gatehouse::ui
