#include "ui/widgets/fields.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStyle>
#include <QTimer>

namespace gatehouse::ui
{

namespace
{
constexpr int filterPause_ms = 150;
constexpr int editPause_ms = 300;

void mark(QWidget* field, const char* problem, const QString& description)
{
    if (!field)
        return;
    field->setProperty("problem", QString::fromLatin1(problem));
    field->setAccessibleDescription(description);
    field->update();
}
} // namespace

FieldError::FieldError(QWidget* field, QWidget* parent) : QWidget(parent), field_(field)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(4);
    icon_ = new QLabel(this);
    label_ = new QLabel(this);
    label_->setWordWrap(true);
    label_->setTextFormat(Qt::PlainText);
    label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label_->setFocusPolicy(Qt::NoFocus);
    row->addWidget(icon_, 0, Qt::AlignTop);
    row->addWidget(label_, 1);
    hide();
    connect(&theme(), &Theme::changed, this, [this] {
        if (!text().isEmpty())
            showProblem(text(), state_);
    });
}

void FieldError::showProblem(const QString& text, State state)
{
    if (text.isEmpty())
        return clear();
    state_ = state;
    label_->setText(text);
    label_->setFont(theme().font(TextStyle::caption));
    QPalette own = theme().palette();
    own.setColor(QPalette::WindowText, theme().stateColor(state));
    label_->setPalette(own);
    icon_->setPixmap(iconPixmap(stateIconName(state), stateRole(state), 14, devicePixelRatioF()));
    mark(field_, state == State::error ? "error" : "warning", text);
    show();
}

void FieldError::clear()
{
    if (label_->text().isEmpty())
        return;
    label_->clear();
    mark(field_, "", {});
    hide();
}

QString FieldError::text() const
{
    return label_->text();
}

FilterEdit::FilterEdit(QWidget* parent)
    : QLineEdit(parent), counts_(new QLabel(this)), pause_(new QTimer(this))
{
    setPlaceholderText(tr("Filter"));
    setAccessibleName(tr("Filter"));
    setClearButtonEnabled(true);
    addAction(icon(QStringLiteral("list-filter"), Role::textSecondary), QLineEdit::LeadingPosition);
    counts_->setFont(theme().font(TextStyle::caption));
    counts_->setForegroundRole(QPalette::PlaceholderText);
    counts_->setAttribute(Qt::WA_TransparentForMouseEvents);
    pause_->setSingleShot(true);
    pause_->setInterval(filterPause_ms);
    connect(this, &QLineEdit::textChanged, pause_, qOverload<>(&QTimer::start));
    connect(pause_, &QTimer::timeout, this, [this] { Q_EMIT filterChanged(text()); });
}

void FilterEdit::setCounts(qint64 shown, qint64 all)
{
    const QLocale locale;
    counts_->setText(all < 0        ? QString()
                     : shown == all ? locale.toString(all)
                                    : tr("%1 of %2").arg(locale.toString(shown), locale.toString(all)));
    counts_->adjustSize();
    setTextMargins(0, 0, all < 0 ? 0 : counts_->width() + 8, 0);
    setAccessibleDescription(counts_->text());
    const int right = text().isEmpty() ? 8 : 28;
    counts_->move(width() - counts_->width() - right, (height() - counts_->height()) / 2);
}

void FilterEdit::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    const int right = text().isEmpty() ? 8 : 28;
    counts_->move(width() - counts_->width() - right, (height() - counts_->height()) / 2);
}

void FilterEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

PausedEdit::PausedEdit(QWidget* parent) : QLineEdit(parent), pause_(new QTimer(this))
{
    pause_->setSingleShot(true);
    pause_->setInterval(editPause_ms);
    connect(this, &QLineEdit::textEdited, pause_, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::returnPressed, this, &PausedEdit::settle);
    connect(pause_, &QTimer::timeout, this, &PausedEdit::settle);
}

void PausedEdit::setCode(bool code)
{
    setFont(theme().font(code ? TextStyle::code : TextStyle::body));
}

void PausedEdit::setTextQuietly(const QString& text)
{
    if (hasFocus() && pause_->isActive())
        return;
    settled_ = text;
    if (this->text() == text)
        return;
    const int at = cursorPosition();
    setText(text);
    setCursorPosition(hasFocus() ? std::min(at, int(text.size())) : 0);
}

void PausedEdit::focusOutEvent(QFocusEvent* event)
{
    settle();
    QLineEdit::focusOutEvent(event);
}

void PausedEdit::settle()
{
    pause_->stop();
    if (text() == settled_)
        return;
    settled_ = text();
    Q_EMIT edited(settled_);
}

NumberField::NumberField(double minimum, double maximum, int decimals, const QString& unit, QWidget* parent)
    : QDoubleSpinBox(parent)
{
    setDecimals(decimals);
    setRange(minimum, maximum);
    setSuffix(unit.isEmpty() ? QString() : QLatin1Char(' ') + unit);
    setGroupSeparatorShown(true);
    setAlignment(Qt::AlignRight);
    setKeyboardTracking(false);
    setStepType(maximum - minimum > 1000 ? QAbstractSpinBox::AdaptiveDecimalStepType
                                         : QAbstractSpinBox::DefaultStepType);
    setFont(theme().font(TextStyle::code));
    setFocusPolicy(Qt::StrongFocus);
}

void NumberField::setValueQuietly(double value)
{
    const QSignalBlocker quiet(this);
    setValue(value);
}

} // namespace gatehouse::ui
