#include "engine/http/problem_document.h"

#include "engine/http/message.h"

namespace gatehouse::http {

namespace {

void appendJsonString(std::string& out, std::string_view text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00";
            out += hex[(c >> 4) & 15];
            out += hex[c & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

} // namespace

std::string problemDocument(int status, std::string_view code, std::string_view detail)
{
    std::string out = "{\"type\":\"about:blank\",\"title\":";
    appendJsonString(out, reasonPhrase(status));
    out += ",\"status\":" + std::to_string(status);
    if (!detail.empty()) {
        out += ",\"detail\":";
        appendJsonString(out, detail);
    }
    if (!code.empty()) {
        out += ",\"code\":";
        appendJsonString(out, code);
    }
    out += "}\n";
    return out;
}

} // namespace gatehouse::http
