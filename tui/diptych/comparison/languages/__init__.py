"""What the facets know of each language: plain tables, one module a language, and which language a text is in. Pure."""
