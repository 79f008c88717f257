"""The style sheet of the application, one module for each area of the window.

A sheet says $name for the colours of theme.Colors, $font_tiny .. $font_title for the sizes of
theme.TYPE, ${radius}px, ${radius_small}px and ${radius_large}px for corners, and $scheme
("light" or "dark") in the names of the pictures in resources/icons/controls. Sizes of text are
never pixels: text grows with the font of the system.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from photoclip.gui.styles import (
    base,
    buttons,
    details,
    grid,
    inputs,
    lists,
    menus,
    notice,
    pages,
    palette,
    preferences,
    search,
    sidebar,
    tags,
    tasks,
    viewer,
)

# Later sheets win over earlier ones where both speak of the same thing as exactly.
AREAS = (
    base,
    menus,
    buttons,
    inputs,
    lists,
    sidebar,
    search,
    grid,
    pages,
    notice,
    tasks,
    viewer,
    details,
    tags,
    palette,
    preferences,
)


def sheet(values: Mapping[str, object]) -> str:
    """The whole style sheet with its names filled in. Raises KeyError where one is unknown."""
    return "\n".join(Template(area.SHEET).substitute(values) for area in AREAS)
