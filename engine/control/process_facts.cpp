#include "engine/control/process_facts.h"

#include <dirent.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>

namespace gatehouse::control {

double processCpu_s()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::uint64_t processRss_bytes()
{
    std::FILE* file = std::fopen("/proc/self/statm", "re");
    if (!file)
        return 0;
    unsigned long all = 0;
    unsigned long resident = 0;
    const int read = std::fscanf(file, "%lu %lu", &all, &resident);
    std::fclose(file);
    return read == 2 ? std::uint64_t(resident) * std::uint64_t(::sysconf(_SC_PAGESIZE)) : 0;
}

telemetry::ProcessFacts processFacts(std::uint64_t revision, std::uint64_t start_us)
{
    telemetry::ProcessFacts facts;
    facts.cpu_s = processCpu_s();
    facts.rss_bytes = processRss_bytes();
    facts.start_s = double(start_us) / 1e6;
    facts.revision = revision;
    facts.version = engineVersion();
    if (DIR* folder = ::opendir("/proc/self/fd")) {
        while (::readdir(folder))
            ++facts.openFiles;
        ::closedir(folder);
        facts.openFiles -= facts.openFiles >= 3 ? 3 : facts.openFiles; // ".", ".." and the folder itself
    }
    return facts;
}

const char* engineVersion()
{
    return GATEHOUSE_VERSION;
}

} // namespace gatehouse::control
