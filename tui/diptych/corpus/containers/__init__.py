"""What versions come in, a module each; only :mod:`diptych.corpus.readers` knows them, and imports them when used."""
