"""A comparison to rows, lines and places for a width: what the screen and the exports share. Pure."""
