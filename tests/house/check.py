#!/usr/bin/env python3
"""The house rules that a script can see. Each message says what to do instead.

  check.py ROOT        checks the tree
  check.py --self-test every rule finds its own example
"""
import pathlib
import re
import subprocess
import sys

CODE = (".cpp", ".h")


class Rule:
    """`pattern` may not stand in files whose path matches `where` (and not `allowed`)."""

    def __init__(self, name, where, pattern, instead, example, allowed=r"^$"):
        self.name, self.instead, self.example = name, instead, example
        self.where, self.allowed = re.compile(where), re.compile(allowed)
        self.pattern = re.compile(pattern)

    def applies(self, path):
        return bool(self.where.search(path)) and not self.allowed.search(path)

    def hits(self, text):
        return [number for number, line in enumerate(text.splitlines(), 1)
                if self.pattern.search(line) and "house: " not in line]


RULES = [
    Rule("relative include", r"\.(cpp|h)$", r'#include\s+"\.\./',
         "spell the include from the root: #include \"engine/policy/x.h\"", '#include "../policy/x.h"'),
    Rule("engine without GUI", r"^engine/", r"#include <Q(Widget|Application|Pixmap|Painter|Graphics|Chart|Gui)",
         "the engine has no QtGui and no QtWidgets: send facts over engine/api and draw in ui/", "#include <QWidget>"),
    Rule("console sees api, workspace and base only", r"^ui/",
         r'#include [<"]engine/(policy|http|jose|telemetry|gateway|mesh|oauth|releases|traffic|contracts|threats|simulator|control)/',
         "ask the engine through engine/api", '#include "engine/policy/route_table.h"'),
    Rule("no Qt sockets in the data plane", r"^engine/(http|gateway|policy|telemetry)/", r"QTcp(Socket|Server)|QSslSocket",
         "use engine/http: Qt's event loop polls every descriptor", "QTcpSocket socket;"),
    Rule("Asio in sources only", r"^(engine|app)/.*\.h$", r"#include <boost/(asio|beast)",
         "hide it behind a pimpl: Asio costs seconds in every file that includes it", "#include <boost/asio.hpp>",
         allowed=r"^engine/(http|gateway)/"),
    Rule("clocks are handed in", r"^engine/", r"(steady|system|high_resolution)_clock::now\(|QDateTime::current|QElapsedTimer",
         "take Monotonic or WallClock as a parameter; at an edge call monotonicNow() or wallNow() of engine/base/time.h",
         "auto now = std::chrono::steady_clock::now();", allowed=r"^engine/base/time\.cpp$"),
    Rule("chance is handed in", r"^engine/", r"std::random_device|std::mt19937|\brand\(\)",
         "take a gatehouse::Draw (engine/base/draw.h) as a parameter", "std::random_device source;",
         allowed=r"^engine/base/draw\.cpp$"),
    Rule("std::regex", r"^(engine|ui|app)/", r"#include <regex>|std::regex",
         "use RE2: std::regex dies on long strings", "#include <regex>"),
    Rule("tests wait on conditions", r"^tests/", r"\bqSleep\(|QTest::qWait\(|sleep_for|usleep\(|\bsleep\(\d",
         "wait for what should happen: QTRY_VERIFY, QSignalSpy::wait, QTest::qWaitFor", "QTest::qWait(500);",
         allowed=r"^tests/(house|bench)/"),
    Rule("no empty verdicts", r"^tests/.*\.cpp$", r"QSKIP|QEXPECT_FAIL",
         "a data set that may be missing is its own program that exits 77 (gatehouse_tests SKIPS)", "QSKIP(\"later\");",
         allowed=r"^tests/house/"),
    Rule("colours are roles", r"^ui/", r'QColor\(\s*(0x|"#|\d)|Qt::(red|green|blue|white|black|gray|darkGray|lightGray)\b|"#[0-9A-Fa-f]{6}"',
         "take the colour from Theme (ui/widgets/theme.h)", "QColor(255, 0, 0)",
         allowed=r"^ui/widgets/theme"),
    Rule("no unfinished business", r"^(app|engine|ui|tests)/.*\.(cpp|h|py)$", r"\b(TODO|FIXME|XXX|HACK)\b",
         "do it, or say in the issue why not", "// TODO later", allowed=r"^tests/house/"),
    Rule("no machine paths", r".", r"/home/[a-z]+/|/root/|(?<![\w.{}$)/])/work/",
         "paths are relative to the repository or given by an argument", "cd /home/me/x", allowed=r"^tests/house/|^tests/data/"),
]

LONGEST = 600  # lines: a file over about 500 is asking to be two


def check(root):
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=root, capture_output=True, text=True)
    names = listed.stdout.split("\n") if listed.returncode == 0 and listed.stdout else \
        [str(p.relative_to(root)) for p in root.rglob("*") if "build" not in p.parts]
    found = []
    for name in filter(None, names):
        path = root / name
        if not path.is_file() or path.stat().st_size > 2_000_000:
            continue
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        for rule in RULES:
            if rule.applies(name):
                found += [f"{name}:{line}: {rule.name}: {rule.instead}" for line in rule.hits(text)]
        if name.startswith(("app/", "engine/", "ui/")) and name.endswith(CODE) and text.count("\n") > LONGEST:
            found.append(f"{name}: {text.count(chr(10))} lines: split it by responsibility (limit {LONGEST})")
    return found


def self_test():
    failed = [rule.name for rule in RULES if not rule.hits(rule.example)]
    for name in failed:
        print(f"rule '{name}' does not find its example")
    print(f"{len(RULES) - len(failed)} of {len(RULES)} rules find what they forbid")
    return 1 if failed else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    found = check(pathlib.Path(sys.argv[1]).resolve())
    print("\n".join(found) if found else "the house rules hold")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
