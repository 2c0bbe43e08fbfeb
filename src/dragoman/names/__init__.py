"""Names compared: what two of them have in common, feature by feature, and whether they may be one name."""
