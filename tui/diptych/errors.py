"""What a person can mend, said in a sentence; imports nothing."""


class DiptychError(Exception):
    """Trouble that a person can act on; its text is one plain sentence, shown as it is and without a traceback."""


class ComparisonStoppedError(DiptychError):
    """A comparison was given up because whoever asked for it no longer wanted it."""
