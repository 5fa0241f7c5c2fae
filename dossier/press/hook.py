"""What `mkdocs build` and `mkdocs serve` call, so that both give the site that `python build.py` gives.

Never builds anything itself, and keeps still while our own press runs MkDocs for its frames.
"""
