#include "engine/http/chunk_decoder.h"

#include "tests/support/test_main.h"

using namespace gatehouse::http;

namespace {

struct Decoded {
    std::string payload;
    std::size_t consumed = 0;
    ChunkDecoder::State state = ChunkDecoder::State::more;
};

void feed(ChunkDecoder& decoder, std::string piece, Decoded& out)
{
    const auto step = decoder.decode(piece.data(), piece.size());
    out.payload.append(piece, 0, step.produced);
    out.consumed += step.consumed;
    out.state = step.state;
}

Error refusal(const std::string& bytes)
{
    ChunkDecoder decoder;
    Decoded out;
    feed(decoder, bytes, out);
    return decoder.error();
}

} // namespace

class ChunkDecoderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_body_is_the_same_wherever_reads_cut_it()
    {
        const std::string bytes = "5;a=\"b\\\"c\"\r\nhello\r\n00c\r\n, wide world\r\n0\r\nX-Sum: 1\r\n\r\n";
        for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
            ChunkDecoder decoder;
            Decoded out;
            feed(decoder, bytes.substr(0, cut), out);
            if (out.state == ChunkDecoder::State::more)
                feed(decoder, bytes.substr(cut) + "GET /", out);
            QVERIFY(out.state == ChunkDecoder::State::done);
            QCOMPARE(out.payload, std::string("hello, wide world"));
            QCOMPARE(out.consumed, bytes.size());
            QCOMPARE(decoder.trailers(), std::string("X-Sum: 1\r\n"));
        }
    }

    void what_is_no_chunk_is_refused()
    {
        QVERIFY(refusal("x\r\n") == Error::chunkSizeInvalid);
        QVERIFY(refusal("-1\r\n") == Error::chunkSizeInvalid);
        QVERIFY(refusal("0x1\r\n") != Error::none);
        QVERIFY(refusal("ffffffffffffffff\r\n") == Error::chunkSizeInvalid);
        QVERIFY(refusal("1\na") != Error::none);
        QVERIFY(refusal("1\r\nab\r\n") == Error::chunkEndMissing);
        QVERIFY(refusal("1;" + std::string(5000, 'a') + "\r\n") == Error::chunkExtInvalid);
        QVERIFY(refusal("0\r\nX: " + std::string(9000, 'a') + "\r\n\r\n") == Error::trailerInvalid);
    }
};
GATEHOUSE_TEST(ChunkDecoderTest)
#include "chunk_decoder_test.moc"
