"""How much of the map is shown, and how: a branch alone, what is near, which way it hangs."""

from PySide6.QtCore import QObject, Signal

from app.layout.look import look_for
from app.layout.scope import EVERYTHING, Scope, near
from app.model.elements import ClaimId, ElementId
from app.model.outline import Card, Place
from app.model.view_state import (
    LARGEST_TEXT,
    MOST_LINKS,
    SMALLEST_TEXT,
    Orientation,
    Spacing,
    ViewState,
)
from widgets.actions import Slots
from widgets.canvas.navigation import first_place
from widgets.filtering import Filtering
from widgets.performing import Performer
from widgets.reading import Reading
from widgets.selection import Selection

_TEXT_STEP = 10  # per cent


class Showing(QObject):
    """Keeps what is shown in step with the selection, the filter and the map itself.

    All but the way back from a branch is kept with the project.
    """

    changed = Signal()

    def __init__(
        self,
        reading: Reading,
        selection: Selection,
        performer: Performer,
        filtering: Filtering,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._selection = selection
        self._performer = performer
        self._filtering = filtering
        self._center: ElementId = ClaimId("")  # what the neighbours are those of
        self._back: list[ElementId] = []
        selection.changed.connect(self._follow_selection)
        reading.changed.connect(self._follow)
        reading.sought.connect(self._seek)
        filtering.changed.connect(self._show)
        self._show()

    @property
    def _state(self) -> ViewState:
        return self._reading.document.view_state

    @property
    def focus(self) -> ElementId:
        """The claim or step whose branch is shown alone; "" if it is not there or none is."""
        return self._state.focus if self._reading.outline.place(self._state.focus) else ClaimId("")

    @property
    def links(self) -> int:
        """How many links from the selection what is shown lies at most; 0 for all."""
        return self._state.links

    def way(self) -> list[Place]:
        """The claims that the branch shown alone bears on, the contention first, then its top."""
        place = self._reading.outline.place(self.focus) if self.focus else None
        way: list[Place] = []
        while place is not None:
            if isinstance(place, Card) or not way:
                way.append(place)
            place = place.above
        return way[::-1]

    def slots(self) -> Slots:
        """What carries out the actions of this class."""
        return {
            "focus": self.focus_selection,
            "focus_back": self.go_back,
            "near_1": lambda: self.show_near(1),
            "near_2": lambda: self.show_near(2),
            "near_3": lambda: self.show_near(MOST_LINKS),
            "whole_map": self.show_everything,
            "hang_down": lambda: self._keep(orientation=Orientation.DOWN),
            "hang_right": lambda: self._keep(orientation=Orientation.RIGHT),
            "hang_up": lambda: self._keep(orientation=Orientation.UP),
            "roomy": lambda: self._keep(spacing=Spacing.ROOMY),
            "compact": lambda: self._keep(spacing=Spacing.COMPACT),
            "larger_text": lambda: self._resize(_TEXT_STEP),
            "smaller_text": lambda: self._resize(-_TEXT_STEP),
            "usual_text": lambda: self._keep(text_size=100),
        }

    def choices(self) -> dict[str, bool]:
        """Which actions stand for what is chosen now."""
        state = self._state
        return {
            "near_1": state.links == 1,
            "near_2": state.links == 2,  # noqa: PLR2004  it says so
            "near_3": state.links == MOST_LINKS,
            "hang_down": state.orientation is Orientation.DOWN,
            "hang_right": state.orientation is Orientation.RIGHT,
            "hang_up": state.orientation is Orientation.UP,
            "roomy": state.spacing is Spacing.ROOMY,
            "compact": state.spacing is Spacing.COMPACT,
        }

    # A branch, or what is near

    def focus_selection(self) -> None:
        target = self._selection.target
        if target and target != self.focus:
            self.focus_on(target)

    def focus_on(self, element: ElementId) -> None:
        """Show the branch below a claim or a step alone, unfolded; "" for the whole map."""
        self._back.append(self._state.focus)
        self._keep(focus=element, links=0)
        if element in self._reading.folded:
            self._performer.keep(lambda: self._reading.fold(self._reading.folded - {element}))

    def go_back(self) -> None:
        """Show what was shown before the branch."""
        self._keep(focus=self._back.pop() if self._back else ClaimId(""), links=0)

    def show_near(self, links: int) -> None:
        """Show what is no more than so many links from the selection."""
        self._center = self._selection.target or self._center
        self._keep(links=links, focus=ClaimId(""))

    def show_everything(self) -> None:
        """Show the whole map again."""
        self._back.clear()
        self._filtering.show_only(None)
        self._keep(focus=ClaimId(""), links=0)

    def _resize(self, by: int) -> None:
        size = min(max(self._state.text_size + by, SMALLEST_TEXT), LARGEST_TEXT)
        self._keep(text_size=size)

    def _keep(self, **fields: object) -> None:
        def keep() -> None:
            self._reading.document.keep_view(self._state.changed(**fields))
            self._show()

        self._performer.keep(keep)

    # Following

    def _show(self) -> None:
        """Show what is to be shown now."""
        state = self._state
        look = look_for(state.orientation, state.spacing, state.text_size)
        self._reading.arrange(look, self._scope())
        self.changed.emit()

    def _scope(self) -> Scope:
        outline = self._reading.outline
        first = first_place(outline)
        if self.links and first:
            center = self._center if outline.place(self._center) else first[1]
            return near(outline, center, self.links)
        steps = self._filtering.steps()
        if steps is None:
            return Scope(root=self.focus) if self.focus else EVERYTHING
        claims = frozenset(self._filtering.claims())
        return Scope(root=self.focus, steps=steps, claims=claims, folded=frozenset())

    def _follow(self) -> None:
        if self.links or self._state.focus:
            self._show()

    def _follow_selection(self) -> None:
        if self.links and self._selection.target:
            self._center = self._selection.target
            self._show()

    def _seek(self, element: ElementId) -> None:
        """Show a claim or a step that is not in what is shown."""
        if self.links:
            self._center = element
            self._show()
        elif self._filtering.criterion:
            self._filtering.admit(element)
        if self._state.focus and not self._is_shown(element):
            self.focus_on(ClaimId(""))

    def _is_shown(self, element: ElementId) -> bool:
        place = self._reading.outline.place(element)
        return place is not None and self._reading.forest.box(place.key) is not None
