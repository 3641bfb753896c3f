"""The directory of support centres: from YAML text to checked records to finished HTML.

A room for each folder of the repository; an upper one may use those below it, never the reverse
(a contract in pyproject.toml holds it):

    cli > editors > site > pages > content > data > files > i18n, errors, clock, parallel

Nothing here imports MkDocs; `hooks/main.py` is the only adapter.
"""
