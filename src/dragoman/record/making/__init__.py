"""Bringing the derived tables up to date, a group of tables a file; whole, or only where something has changed."""
