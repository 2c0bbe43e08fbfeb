"""Where a record lives: its schema, and the one class that writes it."""
