"""The formats in which a comparison can be taken away. Pure: text out, no file is written here."""
