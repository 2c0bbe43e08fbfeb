"""The pages of the desk, a view a file."""
