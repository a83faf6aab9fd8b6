#include "app/console/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace gatehouse::console {

void useLanguage(const QString& language)
{
    static QTranslator ours;
    static QTranslator qts;
    QCoreApplication::removeTranslator(&ours);
    QCoreApplication::removeTranslator(&qts);
    const bool chinese = language.isEmpty() ? QLocale::system().language() == QLocale::Chinese
                                            : language == QLatin1String("zh_CN");
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedStates));
    const QString ourFile =
        chinese ? QStringLiteral(":/i18n/gatehouse_zh_CN.qm") : QStringLiteral(":/i18n/gatehouse_en.qm");
    if (ours.load(ourFile))
        QCoreApplication::installTranslator(&ours);
    if (chinese &&
        qts.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qts);
}

} // namespace gatehouse::console
