"""Times the generator on a synthetic dossier of any size, beside plain Material for MkDocs in the same run.

Never ships with the generator, and never puts a word into the dossier that means anything.
"""
