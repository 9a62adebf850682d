"""The words that are drawn on cards and pills, which whoever draws may translate."""

from typing import NamedTuple

from app.model.role import Role


class Words(NamedTuple):
    """Words and templates; those of a class made from a translation come in this order."""

    because: str = "because"
    but: str = "but"
    however: str = "however"
    does_not_follow: str = "does not follow"
    via: str = "via {name}"
    unanswered: str = "unanswered"
    more: str = "{n} more"

    def on_pill(self, role: Role) -> str:
        """What the pill of a step says."""
        match role:
            case Role.OBJECTION:
                return self.but
            case Role.REBUTTAL:
                return self.however
            case Role.UNDERCUTTER:
                return self.does_not_follow
            case _:
                return self.because


ENGLISH = Words()
