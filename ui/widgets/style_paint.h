#pragma once

#include <QStyleOption>

class QPainter;
class QWidget;

/// The drawing behind Style, one function a kind of control.
namespace gatehouse::ui::paint
{

void field(QPainter& painter, const QStyleOption& option, const QWidget* widget);
void button(QPainter& painter, const QStyleOption& option, const QWidget* widget);
/// Centred, 6 px apart; the mnemonic underlined.
void iconAndText(QPainter& painter, const QStyleOption& option, const QIcon& icon, const QString& text,
                 const QColor& color);
void toolButton(QPainter& painter, const QStyleOption& option);
void checkBox(QPainter& painter, const QStyleOption& option);
void radioButton(QPainter& painter, const QStyleOption& option);
void comboBox(QPainter& painter, const QStyleOptionComboBox& option, const QRect& arrow,
              const QWidget* widget);
void spinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down,
             const QWidget* widget);
void slider(QPainter& painter, const QStyleOptionSlider& option, const QRect& groove, const QRect& handle);
void scrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& thumb);
void tab(QPainter& painter, const QStyleOptionTab& option);
void headerSection(QPainter& painter, const QStyleOptionHeader& option);
void progress(QPainter& painter, const QStyleOptionProgressBar& option);
void menuBarItem(QPainter& painter, const QStyleOptionMenuItem& option);
void focusFrame(QPainter& painter, const QStyleOption& option);
void chevron(QPainter& painter, const QRect& place, bool up, bool enabled);

} // namespace gatehouse::ui::paint
