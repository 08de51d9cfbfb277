"""Two versions in, links between their sentences out: segmenting, aligning, words, facets. Pure."""
