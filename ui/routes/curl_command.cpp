#include "ui/routes/curl_command.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace gatehouse::ui {
namespace {

/// The escapes of $'…' (POSIX.1-2024 §2.2.4) that browsers write.
QString ansiEscape(const QString& text, int& i)
{
    const QChar c = text[i];
    const auto hex = [&](int most) {
        int digits = 0;
        while (digits < most && i + 1 + digits < text.size() &&
               QStringLiteral("0123456789abcdefABCDEF").contains(text[i + 1 + digits]))
            ++digits;
        const QString value = text.mid(i + 1, digits);
        i += digits;
        const char32_t code = value.toUInt(nullptr, 16);
        return QString::fromUcs4(&code, 1);
    };
    switch (c.unicode()) {
    case 'n':
        return QStringLiteral("\n");
    case 'r':
        return QStringLiteral("\r");
    case 't':
        return QStringLiteral("\t");
    case 'x':
        return hex(2);
    case 'u':
        return hex(4);
    case 'U':
        return hex(8);
    default:
        return c;
    }
}

class WordReader
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::WordReader)
public:
    explicit WordReader(const QString& text) : text_(text) {}

    ShellWords read()
    {
        for (at_ = 0; at_ < text_.size() && result_.error.isEmpty(); ++at_) {
            const QChar c = text_[at_];
            if (c == u'\\')
                escaped();
            else if (c == u'\'')
                singleQuoted();
            else if (c == u'"')
                doubleQuoted();
            else if (c == u'$' && at_ + 1 < text_.size() && text_[at_ + 1] == u'\'')
                ansiQuoted();
            else if (c.isSpace())
                finishWord();
            else if (QStringLiteral("|;<>").contains(c))
                break;
            else
                append(c);
        }
        finishWord();
        return result_;
    }

private:
    void append(const QString& part)
    {
        word_ += part;
        inWord_ = true;
    }
    void finishWord()
    {
        if (inWord_)
            result_.words.append(word_);
        word_.clear();
        inWord_ = false;
    }
    void escaped()
    {
        if (++at_ >= text_.size())
            return;
        if (text_[at_] == u'\r' && at_ + 1 < text_.size() && text_[at_ + 1] == u'\n')
            ++at_;
        if (text_[at_] != u'\n')
            append(text_[at_]);
    }
    void open(const QString& quote) { result_.error = tr("The quote %1 is never closed.").arg(quote); }
    void singleQuoted()
    {
        const int end = int(text_.indexOf(u'\'', at_ + 1));
        if (end < 0)
            return open(QStringLiteral("'"));
        append(text_.mid(at_ + 1, end - at_ - 1));
        at_ = end;
    }
    void doubleQuoted()
    {
        append(QString());
        for (++at_; at_ < text_.size(); ++at_) {
            QChar c = text_[at_];
            if (c == u'"')
                return;
            if (c == u'\\' && at_ + 1 < text_.size() && QStringLiteral("$`\"\\\n").contains(text_[at_ + 1])) {
                c = text_[++at_];
                if (c == u'\n')
                    continue;
            }
            append(c);
        }
        open(QStringLiteral("\""));
    }
    void ansiQuoted()
    {
        append(QString());
        for (at_ += 2; at_ < text_.size(); ++at_) {
            if (text_[at_] == u'\'')
                return;
            if (text_[at_] == u'\\' && at_ + 1 < text_.size()) {
                ++at_;
                append(ansiEscape(text_, at_));
            } else {
                append(text_[at_]);
            }
        }
        open(QStringLiteral("$'"));
    }

    const QString& text_;
    int at_ = 0;
    QString word_;
    bool inWord_ = false;
    ShellWords result_;
};

const QString& longName(QChar shortName)
{
    static const QHash<QChar, QString> names{
        {u'X', QStringLiteral("request")},      {u'H', QStringLiteral("header")},
        {u'd', QStringLiteral("data")},         {u'I', QStringLiteral("head")},
        {u'u', QStringLiteral("user")},         {u'A', QStringLiteral("user-agent")},
        {u'e', QStringLiteral("referer")},      {u'b', QStringLiteral("cookie")},
        {u'G', QStringLiteral("get")},          {u'F', QStringLiteral("form")},
        {u'T', QStringLiteral("upload-file")},  {u'o', QStringLiteral("output")},
        {u'm', QStringLiteral("max-time")},     {u'x', QStringLiteral("proxy")},
        {u'w', QStringLiteral("write-out")},    {u'k', QStringLiteral("insecure")},
        {u's', QStringLiteral("silent")},       {u'S', QStringLiteral("show-error")},
        {u'L', QStringLiteral("location")},     {u'v', QStringLiteral("verbose")},
        {u'i', QStringLiteral("include")},      {u'f', QStringLiteral("fail")},
        {u'g', QStringLiteral("globoff")},      {u'N', QStringLiteral("no-buffer")},
        {u'O', QStringLiteral("remote-name")},  {u'c', QStringLiteral("cookie-jar")},
        {u'E', QStringLiteral("cert")},         {u'D', QStringLiteral("dump-header")},
        {u'#', QStringLiteral("progress-bar")}, {u'0', QStringLiteral("http1.0")},
        {u'4', QStringLiteral("ipv4")},         {u'6', QStringLiteral("ipv6")},
    };
    static const QString none;
    const auto found = names.constFind(shortName);
    return found == names.constEnd() ? none : *found;
}

bool takesValue(const QString& name)
{
    static const QSet<QString> with{
        QStringLiteral("request"),
        QStringLiteral("header"),
        QStringLiteral("data"),
        QStringLiteral("data-raw"),
        QStringLiteral("data-ascii"),
        QStringLiteral("data-binary"),
        QStringLiteral("data-urlencode"),
        QStringLiteral("json"),
        QStringLiteral("user"),
        QStringLiteral("user-agent"),
        QStringLiteral("referer"),
        QStringLiteral("cookie"),
        QStringLiteral("url"),
        QStringLiteral("form"),
        QStringLiteral("upload-file"),
        QStringLiteral("output"),
        QStringLiteral("max-time"),
        QStringLiteral("proxy"),
        QStringLiteral("write-out"),
        QStringLiteral("cookie-jar"),
        QStringLiteral("cert"),
        QStringLiteral("key"),
        QStringLiteral("cacert"),
        QStringLiteral("dump-header"),
        QStringLiteral("connect-timeout"),
        QStringLiteral("retry"),
        QStringLiteral("resolve"),
        QStringLiteral("connect-to"),
        QStringLiteral("max-redirs"),
        QStringLiteral("oauth2-bearer"),
        QStringLiteral("form-string"),
        QStringLiteral("limit-rate"),
        QStringLiteral("interface"),
        QStringLiteral("unix-socket"),
        QStringLiteral("trace"),
        QStringLiteral("range"),
    };
    return with.contains(name);
}

bool isSilent(const QString& name)
{
    static const QSet<QString> without{
        QStringLiteral("silent"),       QStringLiteral("show-error"), QStringLiteral("verbose"),
        QStringLiteral("include"),      QStringLiteral("globoff"),    QStringLiteral("no-buffer"),
        QStringLiteral("progress-bar"), QStringLiteral("http1.1"),    QStringLiteral("path-as-is"),
        QStringLiteral("output"),       QStringLiteral("fail"),       QStringLiteral("write-out"),
        QStringLiteral("dump-header"),  QStringLiteral("ipv4"),       QStringLiteral("ipv6"),
    };
    return without.contains(name);
}

class CurlReader
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::ui::CurlReader)
public:
    CurlParse read(const QString& command)
    {
        ShellWords split = splitShellWords(command);
        if (!split.error.isEmpty())
            return {std::nullopt, split.error, {}};
        QStringList words = split.words;
        if (!words.isEmpty() && words.first() == QLatin1String("$"))
            words.removeFirst();
        if (words.isEmpty() ||
            !QRegularExpression(QStringLiteral("(^|/)curl(\\.exe)?$")).match(words.first()).hasMatch())
            return {std::nullopt, tr("A cURL command begins with “curl”."), {}};
        words_ = words.mid(1);
        while (at_ < words_.size() && error_.isEmpty())
            word(words_[at_++]);
        if (error_.isEmpty() && url_.isEmpty())
            error_ = tr("The command names no URL.");
        if (error_.isEmpty())
            finish();
        if (!error_.isEmpty())
            return {std::nullopt, error_, {}};
        return {request_, {}, ignored_};
    }

private:
    void word(const QString& text)
    {
        if (onlyUrls_ || !text.startsWith(u'-') || text.size() < 2)
            return addUrl(text);
        if (text == QLatin1String("--")) {
            onlyUrls_ = true;
            return;
        }
        if (text.startsWith(QLatin1String("--"))) {
            const QString name = text.mid(2);
            return option(name, text, takesValue(name) ? next(text) : QString());
        }
        for (int i = 1; i < text.size() && error_.isEmpty(); ++i) {
            const QString shown = QStringLiteral("-") + text[i];
            const QString& name = longName(text[i]);
            if (!takesValue(name)) {
                option(name, shown, {});
                continue;
            }
            const QString rest = text.mid(i + 1);
            return option(name, shown, rest.isEmpty() ? next(shown) : rest);
        }
    }

    QString next(const QString& shown)
    {
        if (at_ < words_.size())
            return words_[at_++];
        error_ = tr("%1 needs a value.").arg(shown);
        return {};
    }

    void addUrl(const QString& url)
    {
        if (!url_.isEmpty())
            ignored_.append(url);
        else
            url_ = url;
    }

    void option(const QString& name, const QString& shown, const QString& value)
    {
        if (!error_.isEmpty())
            return;
        if (name == QLatin1String("request"))
            method_ = value;
        else if (name == QLatin1String("header"))
            header(value);
        else if (name == QLatin1String("head"))
            head_ = true;
        else if (name == QLatin1String("get"))
            get_ = true;
        else if (name == QLatin1String("url"))
            addUrl(value);
        else if (name == QLatin1String("user"))
            user_ = value;
        else if (name == QLatin1String("oauth2-bearer"))
            implied(QStringLiteral("Authorization"), QStringLiteral("Bearer ") + value);
        else if (name == QLatin1String("user-agent"))
            implied(QStringLiteral("User-Agent"), value);
        else if (name == QLatin1String("referer"))
            implied(QStringLiteral("Referer"), value);
        else if (name == QLatin1String("cookie") && value.contains(u'='))
            implied(QStringLiteral("Cookie"), value);
        else if (name == QLatin1String("compressed"))
            implied(QStringLiteral("Accept-Encoding"), QStringLiteral("deflate, gzip"));
        else if (name == QLatin1String("json") || name.startsWith(QLatin1String("data")))
            data(name, shown, value);
        else if (name.isEmpty() || !isSilent(name))
            ignored_.append(shown);
    }

    void header(const QString& line)
    {
        const int colon = int(line.indexOf(u':'));
        if (colon > 0) {
            const QString name = line.left(colon).trimmed();
            const QString value = line.mid(colon + 1).trimmed();
            if (value.isEmpty())
                removed_.insert(name.toLower());
            else
                given_.append({name, value});
        } else if (line.endsWith(u';')) {
            given_.append({line.chopped(1).trimmed(), QString()});
        } else {
            ignored_.append(QStringLiteral("-H ") + line);
        }
    }

    void implied(const QString& name, const QString& value) { implied_.append({name, value}); }

    void data(const QString& name, const QString& shown, const QString& value)
    {
        QString part = value;
        if (name == QLatin1String("json")) {
            json_ = true;
        } else if (name == QLatin1String("data-urlencode")) {
            const int equals = int(value.indexOf(u'='));
            const QString content = equals < 0 ? value : value.mid(equals + 1);
            part = QString::fromLatin1(QUrl::toPercentEncoding(content));
            if (equals > 0)
                part.prepend(value.left(equals + 1));
        }
        if (name != QLatin1String("data-raw") && name != QLatin1String("data-urlencode") &&
            value.startsWith(u'@')) {
            error_ = tr("%1 %2 reads a file; paste its content as the body instead.").arg(shown, value);
            return;
        }
        if (hasData_ && !json_)
            request_.body += u'&';
        request_.body += part;
        hasData_ = true;
    }

    bool has(const QString& name) const
    {
        return std::any_of(given_.begin(), given_.end(), [&](const HeaderLine& h) {
            return h.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    }

    void addUnlessGiven(const QString& name, const QString& value)
    {
        if (!has(name) && !removed_.contains(name.toLower()))
            given_.append({name, value});
    }

    void finish()
    {
        splitUrl();
        if (get_ && hasData_) {
            request_.target += (request_.target.contains(u'?') ? u'&' : u'?') + request_.body;
            request_.body.clear();
            hasData_ = false;
        }
        request_.method = !method_.isEmpty() ? method_
                          : head_            ? QStringLiteral("HEAD")
                          : hasData_         ? QStringLiteral("POST")
                                             : QStringLiteral("GET");
        for (const HeaderLine& line : implied_)
            addUnlessGiven(line.name, line.value);
        if (!user_.isEmpty()) {
            const QString token = QString::fromLatin1(user_.toUtf8().toBase64());
            addUnlessGiven(QStringLiteral("Authorization"), QStringLiteral("Basic ") + token);
        }
        if (json_) {
            addUnlessGiven(QStringLiteral("Content-Type"), QStringLiteral("application/json"));
            addUnlessGiven(QStringLiteral("Accept"), QStringLiteral("application/json"));
        } else if (hasData_) {
            addUnlessGiven(QStringLiteral("Content-Type"),
                           QStringLiteral("application/x-www-form-urlencoded"));
        }
        request_.headers = given_;
    }

    void splitUrl()
    {
        QString rest = url_;
        if (const int scheme = int(rest.indexOf(QLatin1String("://"))); scheme > 0) {
            request_.scheme = rest.left(scheme).toLower();
            rest = rest.mid(scheme + 3);
        }
        if (request_.scheme != QLatin1String("http") && request_.scheme != QLatin1String("https")) {
            error_ = tr("Only http and https URLs can be tried, not %1.").arg(request_.scheme);
            return;
        }
        rest = rest.section(u'#', 0, 0);
        const int end = int(rest.indexOf(QRegularExpression(QStringLiteral("[/?]"))));
        request_.authority = end < 0 ? rest : rest.left(end);
        request_.target = end < 0 ? QStringLiteral("/") : rest.mid(end);
        if (request_.target.startsWith(u'?'))
            request_.target.prepend(u'/');
        request_.target.replace(u' ', QLatin1String("%20"));
        if (const int at = int(request_.authority.lastIndexOf(u'@')); at >= 0) {
            if (user_.isEmpty())
                user_ = QUrl::fromPercentEncoding(request_.authority.left(at).toUtf8());
            request_.authority = request_.authority.mid(at + 1);
        }
        if (request_.authority.isEmpty())
            error_ = tr("The URL %1 names no host.").arg(url_);
    }

    QStringList words_;
    int at_ = 0;
    bool onlyUrls_ = false;
    QString url_, method_, user_, error_;
    bool head_ = false, get_ = false, json_ = false, hasData_ = false;
    QList<HeaderLine> given_, implied_;
    QSet<QString> removed_;
    QStringList ignored_;
    CurlRequest request_;
};

} // namespace

ShellWords splitShellWords(const QString& command)
{
    return WordReader(command).read();
}

QString shellQuote(const QString& text)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
    if (plain.match(text).hasMatch() && !text.startsWith(u'-'))
        return text;
    QString quoted = text;
    quoted.replace(u'\'', QLatin1String("'\\''"));
    return u'\'' + quoted + u'\'';
}

CurlParse parseCurl(const QString& command)
{
    return CurlReader().read(command.trimmed());
}

QString toCurl(const CurlRequest& request)
{
    QStringList parts{QStringLiteral("curl --path-as-is")};
    // curl reads [] and {} in a URL as patterns.
    static const QRegularExpression pattern(QStringLiteral("[\\[\\]{}]"));
    if (request.target.contains(pattern))
        parts.last() += QLatin1String(" --globoff");
    const bool hasBody = !request.body.isEmpty();
    if (request.method == QLatin1String("HEAD") && !hasBody)
        parts.last() += QLatin1String(" --head");
    else if (request.method != (hasBody ? QLatin1String("POST") : QLatin1String("GET")))
        parts.last() += QLatin1String(" -X ") + shellQuote(request.method);
    parts.last() +=
        u' ' + shellQuote(request.scheme + QLatin1String("://") + request.authority + request.target);
    bool hasType = false;
    for (const HeaderLine& header : request.headers) {
        hasType = hasType || header.name.compare(QLatin1String("Content-Type"), Qt::CaseInsensitive) == 0;
        const QString line =
            header.value.isEmpty() ? header.name + u';' : header.name + QLatin1String(": ") + header.value;
        parts.append(QLatin1String("-H ") + shellQuote(line));
    }
    if (hasBody) {
        // Without this curl would claim a form.
        if (!hasType)
            parts.append(QStringLiteral("-H 'Content-Type:'"));
        parts.append(QLatin1String("--data-raw ") + shellQuote(request.body));
    }
    return parts.join(QLatin1String(" \\\n  "));
}

} // namespace gatehouse::ui
