"""What the side panel is made of; each section tells of one kind of places.

A new kind of places (albums, labels, saved searches) is a subclass of Section that is given to the
Sidebar; nothing else has to know of it.
"""

from __future__ import annotations

from photoclip.gui.sections.base import MenuItem, Place, Section

__all__ = ["MenuItem", "Place", "Section"]
