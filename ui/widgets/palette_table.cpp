#include "ui/widgets/palette_table.h"

#include <array>

namespace gatehouse::ui
{

namespace
{

struct Row {
    Role role;
    QRgb light;
    QRgb dark;
    QRgb contrastLight;
    QRgb contrastDark;
};

constexpr std::array<Row, std::size_t(Role::count_)> rows = {{
    {Role::window, 0xFFF5F6F8, 0xFF171A20, 0xFFFFFFFF, 0xFF000000},
    {Role::base, 0xFFFFFFFF, 0xFF1E222A, 0xFFFFFFFF, 0xFF000000},
    {Role::sunken, 0xFFE9ECF1, 0xFF111419, 0xFFFFFFFF, 0xFF000000},
    {Role::line, 0xFFD3D8E0, 0xFF353C48, 0xFF000000, 0xFFFFFFFF},
    {Role::controlEdge, 0xFF7B8594, 0xFF788292, 0xFF000000, 0xFFFFFFFF},
    {Role::text, 0xFF1A1E26, 0xFFE5E8EE, 0xFF000000, 0xFFFFFFFF},
    {Role::textSecondary, 0xFF535B69, 0xFFB4BCCA, 0xFF000000, 0xFFFFFFFF},
    {Role::placeholder, 0xFF656E7C, 0xFFA5AEBD, 0xFF3D3D3D, 0xFFC8C8C8},
    {Role::disabled, 0xFF9098A5, 0xFF6B7482, 0xFF767676, 0xFF8A8A8A},
    {Role::accentText, 0xFF0B5FC4, 0xFF74B2FF, 0xFF003E99, 0xFF8CC4FF},
    {Role::accentFill, 0xFF0B5FC4, 0xFF1C64C8, 0xFF003E99, 0xFF8CC4FF},
    {Role::onAccent, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFF000000},
    {Role::selection, 0xFFD4E4FA, 0xFF274A77, 0xFFD4E4FA, 0xFF274A77},
    {Role::ok, 0xFF0B7350, 0xFF45E3B0, 0xFF0B7350, 0xFF45E3B0},
    {Role::okTint, 0xFFDDF3EA, 0xFF11362B, 0xFFFFFFFF, 0xFF000000},
    {Role::warning, 0xFF8A6508, 0xFFF0BC3A, 0xFF8A6508, 0xFFF0BC3A},
    {Role::warningTint, 0xFFFBEFD5, 0xFF3A2D0E, 0xFFFFFFFF, 0xFF000000},
    {Role::error, 0xFF8F0F24, 0xFFF2806B, 0xFF8F0F24, 0xFFF2806B},
    {Role::errorTint, 0xFFFBE3E6, 0xFF43201D, 0xFFFFFFFF, 0xFF000000},
    {Role::info, 0xFF0B5FC4, 0xFF6FA8FF, 0xFF003E99, 0xFF8CC4FF},
    {Role::infoTint, 0xFFDFECFC, 0xFF1B3352, 0xFFFFFFFF, 0xFF000000},
    {Role::off, 0xFF4F5766, 0xFF949DAC, 0xFF000000, 0xFFFFFFFF},
    {Role::offTint, 0xFFE9ECF1, 0xFF2A303A, 0xFFFFFFFF, 0xFF000000},
    {Role::dangerFill, 0xFF8F0F24, 0xFFF2806B, 0xFF8F0F24, 0xFFF2806B},
    {Role::onDanger, 0xFFFFFFFF, 0xFF171A20, 0xFFFFFFFF, 0xFF000000},
    {Role::grid, 0xFFD9DDE4, 0xFF262B34, 0xFFBBBBBB, 0xFF555555},
}};

constexpr std::array<QRgb, Theme::seriesCount> lightSeries = {0xFF0C8CE0, 0xFF9A3B06, 0xFF0A6E54,
                                                              0xFFD85CA3, 0xFFB0860A, 0xFF2B303B};
constexpr std::array<QRgb, Theme::seriesCount> darkSeries = {0xFF3AA8EE, 0xFFE8985A, 0xFF62EBC0,
                                                             0xFFF2478A, 0xFFF5E35A, 0xFFA9B2C4};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].role != Role(i))
            return false;
    return true;
}
static_assert(inOrder(), "rows stand in the order of Role");

} // namespace

QRgb roleColor(Scheme scheme, Role role)
{
    const Row& row = rows[std::size_t(role)];
    switch (scheme) {
    case Scheme::light:
        return row.light;
    case Scheme::dark:
        return row.dark;
    case Scheme::highContrastLight:
        return row.contrastLight;
    case Scheme::highContrastDark:
        return row.contrastDark;
    }
    return row.light;
}

QRgb seriesColor(Scheme scheme, int index)
{
    const bool dark = scheme == Scheme::dark || scheme == Scheme::highContrastDark;
    return (dark ? darkSeries : lightSeries)[std::size_t(index) % Theme::seriesCount];
}

} // namespace gatehouse::ui
