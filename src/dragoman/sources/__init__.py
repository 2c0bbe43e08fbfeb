"""Where pages come from: files, folders and JSON lines, each turned into `Page`s."""

from dragoman.sources.pages import find

__all__ = ["find"]
