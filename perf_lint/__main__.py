"""Run the command line with `python -m perf_lint`."""

from perf_lint.cli.main import main

if __name__ == "__main__":
    main()
