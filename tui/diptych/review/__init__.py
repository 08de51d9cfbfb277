"""Verdicts and notes that outlive a run."""
