#pragma once

#include <span>

/// The tables behind problemText() and problemHint(): the engine's problem codes and sentences, marked for translation
/// in the context "Problem". Codes and sentences are a closed list (engine/workspace, engine/base, engine/policy,
/// engine/control); tests/unit/ui/shell/problem_text_test.cpp fails when the engine has one that isn't here.
namespace gatehouse::ui {

struct ProblemWords {
    const char* code;
    int args;         ///< how many of the problem's args the text names (%1 …)
    const char* text; ///< nullptr: the engine says several fixed sentences under this code; they are translated whole
};

std::span<const ProblemWords> problemWords();

/// Sentences without a variable part that the engine sends as a hint, an argument or a whole message.
std::span<const char* const> problemSentences();

/// Sentences around one variable part, marked %1.
std::span<const char* const> problemFrames();

} // namespace gatehouse::ui
