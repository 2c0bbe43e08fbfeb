"""What the sentences say happened: predicates, scope, frames, discourse."""
