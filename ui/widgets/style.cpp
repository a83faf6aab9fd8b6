#include "ui/widgets/style.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/style_paint.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QTabBar>

namespace gatehouse::ui
{

namespace
{

constexpr int spinArrowWidth = 18;

template <class Option>
const Option* as(const QStyleOption* option)
{
    return qstyleoption_cast<const Option*>(option);
}

bool hasFrame(const QStyleOption* option)
{
    const auto* frame = as<QStyleOptionFrame>(option);
    return frame && frame->lineWidth > 0;
}

void itemFocus(QPainter& painter, const QStyleOption& option)
{
    if (!(option.state & QStyle::State_KeyboardFocusChange))
        return;
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().color(Role::accentText), 2));
    painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    painter.restore();
}

void branch(QPainter& painter, const QStyleOption& option)
{
    if (!(option.state & QStyle::State_Children))
        return;
    QRectF square(0, 0, 14, 14);
    square.moveCenter(QRectF(option.rect).center());
    paintIcon(painter, square,
              option.state & QStyle::State_Open ? QStringLiteral("chevron-down")
                                                : QStringLiteral("chevron-right"),
              Role::textSecondary);
}

} // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return metrics::gap;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return metrics::inset;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return metrics::iconSmall;
    case PM_ToolBarIconSize:
        return metrics::iconBar;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SplitterWidth:
        return 1;
    case PM_DefaultFrameWidth:
        return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return metrics::focusRing + metrics::focusGap;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 8;
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_TabBarTabShiftVertical:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_TreeViewIndentation:
        return 20;
    case PM_HeaderMargin:
        return 8;
    case PM_MenuBarItemSpacing:
        return 2;
    case PM_MenuBarVMargin:
        return 0;
    case PM_MenuBarHMargin:
        return 6;
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_SliderLength:
    case PM_SliderControlThickness:
        return 14;
    case PM_SliderThickness:
        return 24;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_EtchDisabledText:
    case SH_UnderlineShortcut:
        return hint == SH_UnderlineShortcut;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_ComboBox_Popup:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    case SH_Table_GridLineColor:
        return int(theme().color(Role::line).rgb());
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        made = QSize(size.width() + 24, metrics::controlHeight);
        if (const auto* button = as<QStyleOptionButton>(option); button && !button->icon.isNull())
            made.rwidth() += 4;
        break;
    case CT_ComboBox:
        made = QSize(size.width() + 38, metrics::controlHeight);
        break;
    case CT_LineEdit:
        if (hasFrame(option))
            made.setHeight(metrics::controlHeight);
        break;
    case CT_SpinBox:
        made.setHeight(metrics::controlHeight);
        break;
    case CT_ToolButton:
        made = made.expandedTo(QSize(metrics::controlHeight, metrics::controlHeight));
        made.setHeight(metrics::controlHeight);
        if (const auto* button = as<QStyleOptionToolButton>(option);
            button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon)
            made.rwidth() += 12;
        break;
    case CT_ItemViewItem:
        made.setHeight(std::max(made.height(), metrics::rowHeight));
        break;
    case CT_HeaderSection:
        made.setHeight(std::max(made.height(), metrics::rowHeight));
        break;
    case CT_MenuBarItem:
        made = QSize(size.width() + 18, metrics::barHeight - 1);
        break;
    case CT_MenuItem:
        if (const auto* item = as<QStyleOptionMenuItem>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            made.setHeight(std::max(made.height(), metrics::rowHeight));
        made.setWidth(made.width() + 16);
        break;
    case CT_TabBarTab:
        made.setHeight(metrics::tabHeight);
        break;
    default:
        break;
    }
    return made;
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents && hasFrame(option) ? rect.adjusted(4, 0, -4, 0) : rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                            const QWidget* widget) const
{
    const QRect all = option->rect;
    if (control == CC_SpinBox) {
        const auto* spin = as<QStyleOptionSpinBox>(option);
        const bool buttons = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        const int arrows = buttons ? spinArrowWidth : 0;
        const int half = all.height() / 2;
        switch (sub) {
        case SC_SpinBoxUp:
            return buttons ? QRect(all.right() - arrows, all.top() + 2, arrows, half - 2) : QRect();
        case SC_SpinBoxDown:
            return buttons ? QRect(all.right() - arrows, all.top() + half, arrows, half - 2) : QRect();
        case SC_SpinBoxEditField:
            return all.adjusted(4, 1, -arrows - 4, -1);
        default:
            return all;
        }
    }
    if (control == CC_ComboBox) {
        switch (sub) {
        case SC_ComboBoxArrow:
            return QRect(all.right() - 24, all.top(), 22, all.height());
        case SC_ComboBoxEditField:
            return all.adjusted(8, 1, -26, -1);
        default:
            break;
        }
    }
    if (control == CC_ScrollBar) {
        switch (sub) {
        case SC_ScrollBarAddLine:
        case SC_ScrollBarSubLine:
            return {};
        case SC_ScrollBarGroove:
            return all;
        case SC_ScrollBarSlider: {
            const auto* bar = as<QStyleOptionSlider>(option);
            const bool across = bar->orientation == Qt::Horizontal;
            const int length = across ? all.width() : all.height();
            const int range = bar->maximum - bar->minimum;
            int thumb = length;
            if (range > 0) {
                thumb = int(qint64(length) * bar->pageStep / (qint64(range) + bar->pageStep));
                thumb = std::clamp(thumb, std::min(32, length), length);
            }
            const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                   length - thumb, bar->upsideDown);
            return across ? QRect(all.left() + at, all.top(), thumb, all.height())
                          : QRect(all.left(), all.top() + at, all.width(), thumb);
        }
        default:
            break;
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (hasFrame(option))
            paint::field(*painter, *option, widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_PanelButtonCommand:
        paint::button(*painter, *option, widget);
        return;
    case PE_PanelButtonTool:
        paint::toolButton(*painter, *option);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paint::checkBox(*painter, *option);
        return;
    case PE_IndicatorRadioButton:
        paint::radioButton(*painter, *option);
        return;
    case PE_IndicatorBranch:
        branch(*painter, *option);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
        paint::chevron(*painter, option->rect, element == PE_IndicatorArrowUp,
                       option->state & QStyle::State_Enabled);
        return;
    case PE_FrameDefaultButton:
    case PE_FrameTabBarBase:
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView*>(widget))
            itemFocus(*painter, *option);
        return;
    case PE_Frame:
    case PE_FrameMenu:
    case PE_FrameTabWidget:
        if (const auto* frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth <= 0)
            return;
        painter->save();
        painter->setPen(QPen(theme().color(element == PE_FrameMenu ? Role::controlEdge : Role::line), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
        painter->restore();
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    switch (element) {
    case CE_ToolButtonLabel:
        if (const auto* button = as<QStyleOptionToolButton>(option);
            button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon && !button->icon.isNull()) {
            paint::iconAndText(*painter, *button, button->icon, button->text, theme().color(Role::text));
            return;
        }
        break;
    case CE_PushButtonLabel: {
        const QString look = widget ? widget->property("look").toString() : QString();
        const auto* button = as<QStyleOptionButton>(option);
        if (!button)
            break;
        Role words = Role::text;
        if (look == QLatin1String("primary"))
            words = Role::onAccent;
        else if (look == QLatin1String("danger"))
            words = Role::onDanger;
        else if (look == QLatin1String("quiet"))
            words = Role::accentText;
        paint::iconAndText(*painter, *button, button->icon, button->text, theme().color(words));
        return;
    }
    case CE_TabBarTabShape:
        if (const auto* tab = as<QStyleOptionTab>(option))
            paint::tab(*painter, *tab);
        return;
    case CE_HeaderSection:
        if (const auto* header = as<QStyleOptionHeader>(option))
            paint::headerSection(*painter, *header);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, theme().color(Role::sunken));
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, theme().color(Role::line));
        return;
    case CE_ProgressBarGroove:
        return;
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBarContents:
        if (const auto* bar = as<QStyleOptionProgressBar>(option))
            paint::progress(*painter, *bar);
        return;
    case CE_MenuBarItem:
        if (const auto* item = as<QStyleOptionMenuItem>(option))
            paint::menuBarItem(*painter, *item);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, theme().color(Role::sunken));
        return;
    case CE_FocusFrame:
        paint::focusFrame(*painter, *option);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto* combo = as<QStyleOptionComboBox>(option)) {
            paint::comboBox(*painter, *combo, subControlRect(control, option, SC_ComboBoxArrow, widget),
                            widget);
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto* spin = as<QStyleOptionSpinBox>(option)) {
            paint::spinBox(*painter, *spin, subControlRect(control, option, SC_SpinBoxUp, widget),
                           subControlRect(control, option, SC_SpinBoxDown, widget), widget);
            return;
        }
        break;
    case CC_ToolButton: // the icon says that there is a menu
        if (const auto* button = as<QStyleOptionToolButton>(option); button && button->text.isEmpty()) {
            QStyleOptionToolButton own = *button;
            own.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
            QProxyStyle::drawComplexControl(control, &own, painter, widget);
            return;
        }
        break;
    case CC_Slider:
        if (const auto* slider = as<QStyleOptionSlider>(option)) {
            paint::slider(*painter, *slider, subControlRect(control, option, SC_SliderGroove, widget),
                          subControlRect(control, option, SC_SliderHandle, widget));
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto* bar = as<QStyleOptionSlider>(option)) {
            paint::scrollBar(*painter, *bar, subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
        qobject_cast<QAbstractSpinBox*>(widget) || qobject_cast<QTabBar*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace gatehouse::ui
