#pragma once

#include "ui/client/engine_client.h"

#include <QWidget>

class QPlainTextEdit;

namespace gatehouse::ui {

/// What the engine and the console said, newest last; the last 2,000 lines. Past notices can be read again
/// here.
class LogPane : public QWidget
{
    Q_OBJECT
public:
    explicit LogPane(EngineClient& engine, QWidget* parent = nullptr);
    void add(const QString& level, const QString& text, double at_ms);

private:
    QPlainTextEdit* lines_;
};

} // namespace gatehouse::ui
