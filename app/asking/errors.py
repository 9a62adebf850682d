"""What can go wrong when a model is asked, each in one sentence; nothing was suggested then."""

from app.model.errors import RejoinderError


class AskingError(RejoinderError):
    """The model was not asked, or its answer is of no use; the sentence says what to do."""


class TooMuchError(AskingError):
    """The text, or what is to be said about it, is too long for the model: less may do."""
