#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTabBar>
#include <QTranslator>
#include <QWidget>

namespace gatehouse::tests {

/// Translates every text into itself between ⟦ ⟧, so that a text that no tr() saw is found. Installed while it lives.
class PseudoLocale : public QTranslator
{
public:
    PseudoLocale() { QCoreApplication::installTranslator(this); }
    ~PseudoLocale() override { QCoreApplication::removeTranslator(this); }

    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int n) const override
    {
        QString text = QString::fromUtf8(source);
        if (n >= 0)
            text.replace(QLatin1String("%n"), QString::number(n));
        return QStringLiteral("⟦%1⟧").arg(text);
    }
};

/// What a person can read or hear of a widget and all below it, where it holds an English word outside ⟦ ⟧: two letters
/// or more that aren't among `names` (names of the workspace's own, terms of a protocol, units).
inline QStringList plainEnglish(const QWidget& root, const QRegularExpression& names)
{
    static const QRegularExpression marked(QStringLiteral("⟦[^⟦⟧]*⟧"));
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{2,}"));
    QStringList found;
    const auto look = [&](const QObject& of, const QString& text) {
        QString rest = text;
        while (rest.contains(marked)) // they nest: a translated text holds another
            rest.remove(marked);
        rest.remove(names);
        if (rest.contains(word))
            found << QStringLiteral("%1 %2: %3").arg(QLatin1String(of.metaObject()->className()), of.objectName(), text);
    };
    QList<const QWidget*> all{&root};
    for (const QWidget* each : root.findChildren<QWidget*>())
        all << each;
    for (const QWidget* each : all) {
        if (!each->isVisibleTo(&root) && each != &root)
            continue;
        for (const QString& text : {each->toolTip(), each->accessibleName(), each->accessibleDescription()})
            look(*each, text);
        if (const auto* label = qobject_cast<const QLabel*>(each))
            look(*each, label->text());
        if (const auto* button = qobject_cast<const QAbstractButton*>(each))
            look(*each, button->text());
        if (const auto* field = qobject_cast<const QLineEdit*>(each))
            look(*each, field->placeholderText());
        if (const auto* box = qobject_cast<const QComboBox*>(each)) {
            for (int i = 0; i < box->count(); ++i)
                look(*each, box->itemText(i));
        }
        if (const auto* tabs = qobject_cast<const QTabBar*>(each)) {
            for (int i = 0; i < tabs->count(); ++i)
                look(*each, tabs->tabText(i));
        }
        if (const auto* view = qobject_cast<const QAbstractItemView*>(each); view && view->model()) {
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                look(*each, view->model()->headerData(column, Qt::Horizontal).toString());
                for (int row = 0; row < std::min(view->model()->rowCount(), 20); ++row)
                    look(*each, view->model()->index(row, column).data().toString());
            }
        }
        for (const QAction* action : each->actions())
            look(*action, action->text());
    }
    found.removeDuplicates();
    return found;
}

} // namespace gatehouse::tests
