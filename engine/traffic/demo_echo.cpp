#include "engine/traffic/demo_app.h"
#include "engine/traffic/demo_http.h"

namespace gatehouse::traffic {

namespace {

/// Any method, any path: answers with the request as it arrived, so that a filter's work can be seen.
class EchoApp final : public DemoApp
{
public:
    http::Response answer(const http::Request& request) override
    {
        json::Array headers;
        for (const auto& [name, value] : request.fields)
            headers.push_back(json::Object{{"name", name}, {"value", json::Value(asUtf8(value))}});
        return jsonResponse(200, json::Object{{"method", request.method},
                                              {"target", asUtf8(request.target)},
                                              {"path", asUtf8(request.path)},
                                              {"query", asUtf8(request.query)},
                                              {"peer", request.peer},
                                              {"headers", std::move(headers)},
                                              {"bodySize", request.body.size()},
                                              {"body", asUtf8(request.body)}});
    }

private:
    /// Header values and bodies may hold any bytes; JSON holds UTF-8. Bytes beyond ASCII of text that isn't
    /// UTF-8 are taken as Latin-1, which loses nothing.
    static std::string asUtf8(std::string_view bytes)
    {
        if (isUtf8(bytes))
            return std::string(bytes);
        std::string text;
        for (const unsigned char c : bytes) {
            if (c < 0x80) {
                text += char(c);
            } else {
                text += char(0xc0 | c >> 6);
                text += char(0x80 | (c & 0x3f));
            }
        }
        return text;
    }

    static bool isUtf8(std::string_view bytes)
    {
        for (std::size_t i = 0; i < bytes.size();) {
            const auto lead = static_cast<unsigned char>(bytes[i]);
            const std::size_t length = lead < 0x80                   ? 1
                                       : lead >= 0xc2 && lead < 0xe0 ? 2
                                       : lead >= 0xe0 && lead < 0xf0 ? 3
                                       : lead >= 0xf0 && lead < 0xf5 ? 4
                                                                     : 0;
            if (length == 0 || i + length > bytes.size())
                return false;
            for (std::size_t k = 1; k < length; ++k) {
                if ((static_cast<unsigned char>(bytes[i + k]) & 0xc0) != 0x80)
                    return false;
            }
            const auto second = length > 2 ? static_cast<unsigned char>(bytes[i + 1]) : 0;
            if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) ||
                (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f))
                return false; // overlong, surrogate, beyond U+10FFFF (RFC 3629 §4)
            i += length;
        }
        return true;
    }
};

} // namespace

std::unique_ptr<DemoApp> makeEchoApp()
{
    return std::make_unique<EchoApp>();
}

} // namespace gatehouse::traffic
