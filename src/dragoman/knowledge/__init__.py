"""What the program knows about the world and about how reports are written, as data."""
