"""Dragoman reads reports on military diplomacy and keeps a record that can be checked."""

__version__ = "0.1.0"
