#include "ui/shell/problem_place.h"
#include "ui/shell/problem_words.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace gatehouse::ui {

namespace {

const ProblemWords* wordsFor(const std::string& code)
{
    static const auto index = [] {
        QHash<QByteArray, const ProblemWords*> made;
        for (const ProblemWords& words : problemWords())
            made.insert(words.code, &words);
        return made;
    }();
    return index.value(QByteArray::fromStdString(code));
}

/// A sentence of the engine in the language of the interface: known as a whole, else around one variable part, else as
/// it came.
QString sentence(const std::string& english)
{
    const QString whole = QString::fromStdString(english);
    const auto known = problemSentences();
    if (std::any_of(known.begin(), known.end(), [&](const char* each) { return english == each; }))
        return QCoreApplication::translate("Problem", english.c_str());
    for (const char* frame : problemFrames()) {
        const QString text = QString::fromUtf8(frame);
        const qsizetype hole = text.indexOf(QLatin1String("%1"));
        const QString before = text.left(hole);
        const QString after = text.mid(hole + 2);
        if (whole.size() > before.size() + after.size() && whole.startsWith(before) && whole.endsWith(after)) {
            QString said = QCoreApplication::translate("Problem", frame);
            return said.replace(QLatin1String("%1"),
                                whole.mid(before.size(), whole.size() - before.size() - after.size()));
        }
    }
    return whole;
}

/// The codes among whose args are words, not only a person's own values.
bool argsAreWords(const std::string& code)
{
    return code == "json.wrong-type" || code == "path.bad" || code == "route.not-accepted";
}

/// %1 … at once, so that a value with a "%1" of its own stays as it is.
QString filled(const QString& text, const std::vector<std::string>& args, bool words)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int place = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (place >= 1 && std::size_t(place) <= args.size()) {
            const std::string& arg = args[std::size_t(place) - 1];
            out += words ? sentence(arg) : QString::fromStdString(arg);
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

} // namespace

QString problemText(const api::ProblemInfo& problem)
{
    const ProblemWords* words = wordsFor(problem.code);
    if (!words || !words->text || int(problem.args.size()) < words->args)
        return sentence(problem.message);
    return filled(QCoreApplication::translate("Problem", words->text), problem.args, argsAreWords(problem.code));
}

QString problemHint(const api::ProblemInfo& problem)
{
    return sentence(problem.hint);
}

QString engineText(const std::string& english)
{
    return sentence(english);
}

QString callErrorText(const CallError& error)
{
    const auto said = [](const char* text) { return QCoreApplication::translate("Problem", text); };
    switch (api::ErrorCode(error.code)) {
    case api::ErrorCode::unknownListener:
        return said(QT_TRANSLATE_NOOP("Problem", "The listener isn't bound."));
    case api::ErrorCode::gone:
        return said(QT_TRANSLATE_NOOP("Problem", "It isn't kept any more."));
    case api::ErrorCode::timedOut:
        return said(QT_TRANSLATE_NOOP("Problem", "It took too long."));
    case api::ErrorCode::cancelled:
        return said(QT_TRANSLATE_NOOP("Problem", "It was stopped."));
    case api::ErrorCode::disconnected:
        return said(QT_TRANSLATE_NOOP("Problem", "The engine went away before it answered."));
    case api::ErrorCode::internalError:
    case api::ErrorCode::methodNotFound:
        return said(QT_TRANSLATE_NOOP("Problem", "The engine couldn't do it: %1"))
            .arg(error.message);
    default:
        return sentence(error.message.toStdString());
    }
}

} // namespace gatehouse::ui
