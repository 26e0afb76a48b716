"""``python -m terrinclus_publish``, for machines whose search path lacks the folder of Python's scripts."""

from terrinclus_publish.cli import main

if __name__ == "__main__":
    main(prog_name="terrinclus")
