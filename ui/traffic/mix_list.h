#pragma once

#include "ui/traffic/load_presenter.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QSlider;

namespace gatehouse::ui {

class TextLabel;

/// The mix over the routes: in or out, a slider for the share, the share in per cent. It shows rows and tells
/// what a person asks for; it changes nothing itself.
class MixList : public QWidget
{
    Q_OBJECT
public:
    explicit MixList(QWidget* parent = nullptr);
    void setRows(const std::vector<MixRow>& rows);

Q_SIGNALS:
    void percentAsked(const QString& route, double percent);
    void inMixAsked(const QString& route, bool in);
    void settled(); ///< a slider was let go: the next change is a step of its own

private:
    struct Line {
        QCheckBox* check;
        QSlider* slider;
        TextLabel* percent;
    };
    void addLine(const MixRow& row);
    QGridLayout* grid_;
    std::vector<std::string> routes_;
    std::vector<Line> lines_;
};

} // namespace gatehouse::ui
