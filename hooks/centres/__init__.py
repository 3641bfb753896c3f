"""The directory of support centres: from YAML text to checked records to finished HTML.

One way through: `yamltext` -> `model` -> `loading` -> `pages` -> `render`. No module here imports
MkDocs (a test holds it); `hooks/main.py` is the only adapter.
"""
