from .programs import run_program


def run(root, quick: bool) -> dict:
    return run_program(root, "chart_frame_bench", quick)
