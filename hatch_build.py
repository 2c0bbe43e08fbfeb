"""What a wheel holds beyond the sources: the scripts of the desk, built from islands/."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Islands(BuildHookInterface):  # type: ignore[type-arg]
    """Builds the scripts before a wheel is put together; an editable install is left to `make`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the built files, which git does not know, to the wheel."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "tools"))
        try:
            import islands  # type: ignore[import-not-found]
        finally:
            sys.path.pop(0)
        why = islands.build()
        if why is not None:
            self.app.display_warning(f"NOT BUILT: the scripts of the desk: {why}. The desk works without them.")
        build_data["artifacts"].append("src/dragoman/web/static/**")
