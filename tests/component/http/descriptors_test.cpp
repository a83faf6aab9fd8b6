#include "tests/support/test_main.h"

#include "served.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <vector>

using namespace gatehouse;
using namespace gatehouse::http;

/// A process without a free file descriptor.
class DescriptorsTest : public QObject
{
    Q_OBJECT

    rlimit before_{};

private Q_SLOTS:
    void init() { getrlimit(RLIMIT_NOFILE, &before_); }
    void cleanup() { setrlimit(RLIMIT_NOFILE, &before_); }

    void a_client_that_cannot_be_taken_is_told_by_a_close()
    {
        Served served(Served::echo);
        rlimit low = before_;
        low.rlim_cur = 64;
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &low), 0);
        std::vector<int> taken;
        for (int fd = 0; (fd = open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0;)
            taken.push_back(fd);
        QVERIFY(taken.size() > 4);
        ::close(taken.back()); // for the client's own end
        taken.pop_back();
        Peer refused = served.client();
        QCOMPARE(refused.toEnd(), std::string());
        for (const int fd : taken)
            ::close(fd);
        Peer client = served.client();
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(statusOf(client.answer()), 200);
    }
};
GATEHOUSE_TEST(DescriptorsTest)
#include "descriptors_test.moc"
