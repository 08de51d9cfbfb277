"""A corpus as a database in the cache folder, so that a million documents open at once; it writes nowhere else."""
