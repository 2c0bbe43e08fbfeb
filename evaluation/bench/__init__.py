"""Speed and size: what a run costs, measured against the bare parser in the same run."""
