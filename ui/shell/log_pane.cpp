#include "ui/shell/log_pane.h"

#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace gatehouse::ui {

LogPane::LogPane(EngineClient& engine, QWidget* parent) : QWidget(parent), lines_(new QPlainTextEdit(this))
{
    lines_->setObjectName(QStringLiteral("log.lines"));
    lines_->setAccessibleName(tr("Log"));
    lines_->setReadOnly(true);
    lines_->setFrameShape(QFrame::NoFrame);
    lines_->setMaximumBlockCount(2000);
    lines_->setTabChangesFocus(true);
    lines_->setLineWrapMode(QPlainTextEdit::NoWrap);
    lines_->setPlaceholderText(tr("Nothing was logged yet."));
    lines_->setFont(theme().font(TextStyle::code));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(lines_);
    connect(&engine, &EngineClient::logLine, this, [this](const api::LogLine& line) {
        add(QString::fromStdString(line.level), QString::fromStdString(line.text), line.at_ms);
    });
}

void LogPane::add(const QString& level, const QString& text, double at_ms)
{
    lines_->appendPlainText(
        QStringLiteral("%1  %2  %3").arg(clockText(at_ms, true), level.leftJustified(7), text));
}

} // namespace gatehouse::ui
