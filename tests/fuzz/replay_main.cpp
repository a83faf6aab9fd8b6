#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// Without libFuzzer: every file of the corpus, whole, cut at every length (of its first 4 KiB) and with 200 single
/// bytes changed by a fixed seed, so that each place of the grammar is broken once.
int main(int argc, char** argv)
{
    std::size_t files = 0;
    std::size_t inputs = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
            if (!entry.is_regular_file())
                continue;
            std::ifstream in(entry.path(), std::ios::binary);
            std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(in), {}};
            ++files;
            const auto feed = [&](const std::uint8_t* data, std::size_t size) {
                LLVMFuzzerTestOneInput(data, size);
                ++inputs;
            };
            feed(bytes.data(), bytes.size());
            for (std::size_t size = 0; size < bytes.size() && size < 4096; ++size)
                feed(bytes.data(), size);
            std::mt19937 draw(1);
            for (int change = 0; change < 200 && !bytes.empty(); ++change) {
                auto changed = bytes;
                changed[draw() % changed.size()] = std::uint8_t(draw());
                feed(changed.data(), changed.size());
            }
        }
    }
    std::printf("%zu inputs from %zu files\n", inputs, files);
    return files == 0 ? 1 : 0;
}
