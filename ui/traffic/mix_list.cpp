#include "ui/traffic/mix_list.h"

#include "ui/widgets/elided_label.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace gatehouse::ui {

MixList::MixList(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this))
{
    grid_->setContentsMargins(metrics::inset, 2, metrics::inset, metrics::step);
    grid_->setHorizontalSpacing(metrics::gap);
    grid_->setVerticalSpacing(0);
    grid_->setColumnStretch(0, 1);
}

void MixList::addLine(const MixRow& row)
{
    const QString route = QString::fromStdString(row.route);
    Line line{new QCheckBox(route, this), new QSlider(Qt::Horizontal, this),
              new TextLabel({}, TextStyle::code, Role::text, this)};
    line.check->setObjectName(QStringLiteral("traffic.mix.%1").arg(route));
    line.check->setMinimumHeight(24);
    line.check->setToolTip(route);
    line.slider->setObjectName(QStringLiteral("traffic.mix.%1.share").arg(route));
    line.slider->setAccessibleName(tr("Share of %1 in per cent").arg(route));
    line.slider->setRange(0, 100);
    line.slider->setFixedWidth(84);
    line.percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line.percent->setMinimumWidth(line.percent->fontMetrics().horizontalAdvance(QStringLiteral("100 %")));
    connect(line.check, &QCheckBox::clicked, this, [this, route](bool in) { Q_EMIT inMixAsked(route, in); });
    connect(line.slider, &QSlider::valueChanged, this,
            [this, route](int percent) { Q_EMIT percentAsked(route, percent); });
    connect(line.slider, &QSlider::sliderReleased, this, &MixList::settled);
    const int at = int(lines_.size());
    grid_->addWidget(line.check, at, 0);
    grid_->addWidget(line.slider, at, 1);
    grid_->addWidget(line.percent, at, 2);
    lines_.push_back(line);
}

void MixList::setRows(const std::vector<MixRow>& rows)
{
    std::vector<std::string> routes;
    for (const MixRow& row : rows)
        routes.push_back(row.route);
    if (routes != routes_) {
        for (const Line& line : lines_) {
            delete line.check;
            delete line.slider;
            delete line.percent;
        }
        lines_.clear();
        for (const MixRow& row : rows)
            addLine(row);
        routes_ = routes;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QSignalBlocker quietCheck(lines_[i].check);
        const QSignalBlocker quietSlider(lines_[i].slider);
        lines_[i].check->setChecked(rows[i].on);
        if (!lines_[i].slider->isSliderDown())
            lines_[i].slider->setValue(int(std::lround(rows[i].percent)));
        lines_[i].slider->setEnabled(rows[i].on);
        lines_[i].percent->setText(tr("%1 %").arg(
            QLocale().toString(rows[i].percent, 'f', rows[i].percent > 0 && rows[i].percent < 1 ? 1 : 0)));
        lines_[i].percent->setRole(rows[i].on ? Role::text : Role::textSecondary);
    }
}

} // namespace gatehouse::ui
