#pragma once

#include "engine/base/describe.h"

#include <span>

namespace gatehouse::json
{

/// Where a described reader is, and what it found wrong. Codes: json.wrong-type, json.unknown-member,
/// json.missing-member, json.unknown-value, json.not-whole, json.out-of-range, json.too-short, json.too-long,
/// json.too-few, json.too-many, json.too-many-problems.
class ReadContext
{
public:
    explicit ReadContext(Problems& problems) : problems_(problems) {}

    static constexpr std::size_t maxProblems = 1000; ///< a hostile document can't make more memory than that

    bool failed() const { return count_ > 0; }

    /// Extends the pointer for as long as it lives.
    class Step
    {
    public:
        Step(ReadContext& context, std::string_view token);
        Step(ReadContext& context, std::size_t index);
        ~Step() { context_.pointer_.resize(length_); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        ReadContext& context_;
        std::size_t length_;
    };

    const Object* object(const Value& value);
    const Array* array(const Value& value, const Rule& rule);
    void boolean(const Value& value, bool& out);
    void text(const Value& value, const Rule& rule, std::string& out);
    void number(const Value& value, const Rule& rule, double& out);
    std::optional<std::int64_t> integer(const Value& value, double minimum, double maximum);
    std::optional<std::size_t> choice(const Value& value, std::span<const std::string_view> names);

    void missing(std::string_view member, const Rule& rule);
    void unknownMembers(const Object& object, std::span<const std::string_view> names);
    void count(std::size_t count, const Rule& rule);

private:
    void add(std::string code, std::string message, std::string hint, std::vector<std::string> args);
    void wrongType(const Value& value, const char* expected);
    void outOfRange(double number, double minimum, double maximum);

    Problems& problems_;
    std::string pointer_;
    std::size_t count_ = 0;
};

} // namespace gatehouse::json
