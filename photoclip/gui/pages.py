"""What stands in place of photos, each made when somebody first goes there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QStackedWidget

from photoclip.gui.later import Later
from photoclip.gui.models.photos import PhotoGridModel
from photoclip.gui.theme import Theme
from photoclip.gui.thumbnails import ThumbnailLoader
from photoclip.gui.views.browser import AlonePage, Browser

if TYPE_CHECKING:
    from photoclip.gui.views.duplicates.page import DuplicatesPage
    from photoclip.gui.views.labels.page import LabelsPage
    from photoclip.gui.views.review.page import ReviewPage
    from photoclip.gui.views.sidecars.page import SidecarsPage
    from photoclip.gui.views.viewer.viewer import Viewer

P = TypeVar("P", bound=AlonePage)


class Pages:
    """What they are made of is imported with them. loader: each wants other tiles."""

    def __init__(
        self,
        theme: Theme,
        browser: Browser,
        review_model: PhotoGridModel,
        loader: Callable[[], ThumbnailLoader],
        stack: QStackedWidget,
    ) -> None:
        self._theme = theme
        self._browser = browser
        self._review_model = review_model
        self._loader = loader
        self.duplicates = self._page(self._make_duplicates)
        self.labels = self._page(self._make_labels)
        self.review = self._page(self._make_review)
        self.sidecars = self._page(self._make_sidecars)
        self.viewer = Later(self._make_viewer)
        # In place of the whole window.
        self.viewer.once_made(stack.addWidget)

    def _page(self, make: Callable[[], P]) -> Later[P]:
        page = Later(make)
        page.once_made(self._browser.add_page)
        return page

    def _make_duplicates(self) -> DuplicatesPage:
        from photoclip.gui.views.duplicates.page import DuplicatesPage

        return DuplicatesPage(self._theme, self._loader())

    def _make_labels(self) -> LabelsPage:
        from photoclip.gui.views.labels.page import LabelsPage

        return LabelsPage(self._theme, self._loader())

    def _make_review(self) -> ReviewPage:
        from photoclip.gui.views.review.page import ReviewPage

        return ReviewPage(self._theme, self._review_model, self._loader())

    def _make_sidecars(self) -> SidecarsPage:
        from photoclip.gui.views.sidecars.page import SidecarsPage

        return SidecarsPage(self._theme)

    def _make_viewer(self) -> Viewer:
        from photoclip.gui.views.viewer.viewer import Viewer

        return Viewer(self._theme)
