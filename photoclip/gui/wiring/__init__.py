"""What connects the panels of the window; each module is about one thing that people do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from photoclip.gui.wiring.albums import AlbumWiring
from photoclip.gui.wiring.arranging import ArrangingWiring
from photoclip.gui.wiring.comparing import CompareWiring
from photoclip.gui.wiring.details import DetailsWiring
from photoclip.gui.wiring.duplicates import DuplicatesWiring
from photoclip.gui.wiring.exporting import ExportWiring
from photoclip.gui.wiring.fetching import FetchWiring
from photoclip.gui.wiring.folders import FolderWiring
from photoclip.gui.wiring.help import HelpWiring
from photoclip.gui.wiring.indexing import IndexWiring
from photoclip.gui.wiring.labels import LabelWiring
from photoclip.gui.wiring.photos import PhotoWiring
from photoclip.gui.wiring.preferences import PreferencesWiring
from photoclip.gui.wiring.reordering import ReorderWiring
from photoclip.gui.wiring.review import ReviewWiring
from photoclip.gui.wiring.saving import SavingWiring
from photoclip.gui.wiring.searching import SearchWiring
from photoclip.gui.wiring.shell import ShellWiring
from photoclip.gui.wiring.sidecars import SidecarWiring
from photoclip.gui.wiring.suggesting import SuggestWiring
from photoclip.gui.wiring.switching import SwitchWiring
from photoclip.gui.wiring.tags import TagWiring
from photoclip.gui.wiring.title import TitleWiring
from photoclip.gui.wiring.tuning import TuningWiring
from photoclip.gui.wiring.viewing import ViewWiring
from photoclip.gui.wiring.welcome import WelcomeWiring
from photoclip.gui.wiring.why import WhyWiring

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow


def connect(window: MainWindow) -> list[QObject]:
    """Connect all panels of a window; the order is that of the commands in the menus."""
    return [
        FolderWiring(window),
        SearchWiring(window),
        DuplicatesWiring(window),
        ReviewWiring(window),
        SavingWiring(window),
        FetchWiring(window),
        PhotoWiring(window),
        AlbumWiring(window),
        ReorderWiring(window),
        TagWiring(window),
        SuggestWiring(window),
        LabelWiring(window),
        TuningWiring(window),
        ExportWiring(window),
        SidecarWiring(window),
        ArrangingWiring(window),
        ViewWiring(window),
        DetailsWiring(window),
        WhyWiring(window),
        IndexWiring(window),
        HelpWiring(window),
        WelcomeWiring(window),
        PreferencesWiring(window),
        SwitchWiring(window),
        CompareWiring(window),
        ShellWiring(window),
        TitleWiring(window),
    ]
