"""From article to parsed sentences."""
