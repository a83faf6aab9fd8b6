#pragma once

#include <QString>
#include <QVector>

namespace gatehouse::ui
{

/// Text with the starts of its lines, and search in it. Offsets are UTF-16 units. 50 MB index in well under a
/// second.
class LineIndex
{
public:
    void setText(const QString& text);
    const QString& text() const { return text_; }
    int lineCount() const { return int(starts_.size()); }
    int longestLine() const { return longest_; } ///< units
    QStringView line(int number) const;          ///< from 0, without its break
    qsizetype start(int number) const { return starts_[number]; }
    int lineAt(qsizetype offset) const;                                        ///< from 0
    QVector<qsizetype> hits(const QString& needle, int atMost = 10'000) const; ///< without case

private:
    QString text_;
    QVector<qsizetype> starts_{0};
    int longest_ = 0;
};

} // namespace gatehouse::ui
