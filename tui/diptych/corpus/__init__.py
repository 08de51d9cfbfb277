"""Disk to versions: reading, mark-up, header lines, and which documents are versions of one article."""
