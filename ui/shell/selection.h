#pragma once

#include <QObject>

namespace gatehouse::ui {

/// The one selection that all pages share, by node key: "listener/edge/public", "route/catalog",
/// "service/catalog-v1"; empty = nothing. A field of it may follow:
/// "route/catalog#rules/0/backendRefs/1/weight".
class Selection : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    QString key() const { return key_; }
    void select(const QString& key)
    {
        if (key == key_)
            return;
        key_ = key;
        Q_EMIT changed(key_);
    }
    /// Selects it, brings its page to the front and puts the focus on the field, if one is named.
    void reveal(const QString& keyAndField) { Q_EMIT revealAsked(keyAndField); }

Q_SIGNALS:
    void changed(const QString& key);
    void revealAsked(const QString& keyAndField);

private:
    QString key_;
};

} // namespace gatehouse::ui
