"""Models to be had, on the page of the preferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoclip.gui.controllers.inventory import Inventory

if TYPE_CHECKING:
    from photoclip.gui.main_window import MainWindow
    from photoclip.gui.views.preferences.page import PreferencesPage


def connect_getting(window: MainWindow, page: PreferencesPage, inventory: Inventory) -> None:
    """Between the downloads and the card that shows them; what came joins the models."""
    downloads, getting = window.downloads, page.model.getting
    page.model.look_wanted.connect(downloads.look)
    getting.look_wanted.connect(downloads.look)
    getting.download_wanted.connect(downloads.download)
    getting.stop_wanted.connect(downloads.stop)
    getting.remove_wanted.connect(downloads.remove)
    downloads.told.connect(getting.show_offers)
    downloads.begun.connect(getting.show_begun)
    downloads.progressed.connect(getting.show_progress)
    downloads.failed.connect(getting.show_problem)
    downloads.ended.connect(getting.show_ended)
    downloads.ended.connect(inventory.look_at_models)
    for name in downloads.running:
        getting.show_begun(name)
