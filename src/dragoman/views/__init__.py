"""Named queries over the record, with typed rows."""
