#pragma once

#include "ui/routes/try_request.h"
#include "ui/shell/context.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace gatehouse::ui {

class CodeView;
class FieldError;
class KeyValueTable;
class PhaseBar;
class SegmentedControl;
class StateBadge;
class TextLabel;
class TraceView;

/// Try it: compose a request, send it through a real listener, read the answer and why it went its way.
class TryPanel : public QWidget
{
    Q_OBJECT
public:
    explicit TryPanel(Context context, QWidget* parent = nullptr);

    void compose(const Composed& composed);
    void composeFor(const QString& nodeKey); ///< an example; what a person typed is kept
    void send();
    void explain(); ///< where it would go, without sending it; also of a draft that is refused
    bool hasAnswer() const { return result_.has_value(); }
    QJsonObject readOuts() const;

    QAction* sendAction() const { return send_; }
    QAction* explainAction() const { return explain_; }
    QAction* pasteAction() const { return paste_; }
    QAction* copyAction() const { return copy_; }

Q_SIGNALS:
    void litChanged(const QSet<QString>& keys); ///< what the canvas should light

private:
    QWidget* buildComposer();
    QWidget* buildAnswer();
    void buildActions();
    Composed composed() const;
    void refreshListeners();
    void refreshProblem();
    void stop();
    void showWaiting(const api::ProgressNote& note);
    void show(const api::TryResult& result);
    void showExplained(const api::ExplainResult& result);
    const api::DecisionTrace* shownTrace() const;
    void showBody();
    void fail(const QString& word, const QString& why);
    void pasteCurl();
    void copyCurl();

    Context context_;
    QComboBox* method_ = nullptr;
    QComboBox* listener_ = nullptr;
    QLineEdit* target_ = nullptr;
    FieldError* problem_ = nullptr;
    KeyValueTable* headers_ = nullptr;
    QPlainTextEdit* body_ = nullptr;
    QPushButton* sendButton_ = nullptr;
    QToolButton* reveal_ = nullptr;
    StateBadge* status_ = nullptr;
    TextLabel* summary_ = nullptr;
    PhaseBar* phases_ = nullptr;
    QTabWidget* answerTabs_ = nullptr;
    SegmentedControl* bodyMode_ = nullptr;
    CodeView* answerBody_ = nullptr;
    KeyValueTable* answerHeaders_ = nullptr;
    TraceView* trace_ = nullptr;
    QAction* send_ = nullptr;
    QAction* explain_ = nullptr;
    QAction* paste_ = nullptr;
    QAction* copy_ = nullptr;
    bool touched_ = false;  ///< a person typed something: examples leave it alone
    EngineClient::CallId call_ = 0; ///< under way; 0 = none
    bool waits_ = false;            ///< it takes long enough to be stopped
    QString through_;               ///< the listener that was chosen, also while none is bound
    bool filling_ = false;
    std::optional<api::TryResult> result_;
    std::optional<api::DecisionTrace> forecast_; ///< shown instead of the answer's trace
    quint64 asked_ = 0;                          ///< the last question: an older one's answer is not shown
    QTimer pause_;                               ///< since the last key
};

} // namespace gatehouse::ui
