"""Asking a model server for a draft."""

from app.asking.drafting import draft_by_model
from app.asking.endpoint import Endpoint
from app.drafting.results import Draft
from tests.app.asking.model_server import ARTICLE


def ask(address: str, text: str = ARTICLE, *, model: str = "small", patience: float = 20) -> Draft:
    return draft_by_model(text, Endpoint(address, model, patience))


def words(draft: Draft, text: str = ARTICLE) -> list[str]:
    return [" … ".join(text[slice(*s)] for s in one.content) for one in draft.attributions]
