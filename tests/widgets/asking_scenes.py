"""The windows about asking a language model, and a draft that one has made."""

from collections.abc import Iterator
from dataclasses import replace

from app.articles.text import Span
from app.asking.endpoint import Endpoint
from tests.journeys.driver import Person
from widgets.asking.sending_dialog import SendingDialog
from widgets.asking.set_up_dialog import SetUpDialog
from widgets.drafting.suggestions import Drafted, Sort, Suggestion

_HERE, _THERE = "http://127.0.0.1:11434/v1", "http://192.168.0.7:8080/v1"
_MODEL = "μικρόν"


def asking_scenes(person: Person) -> Iterator[str]:
    """Show each of them, as somebody at an open project sees it."""
    yield from _dialogs(person)
    yield from _drafts(person)


def _dialogs(person: Person) -> Iterator[str]:
    window, source = person.window, person.project.view.article.text.source
    assert source
    for address in (_HERE, _THERE):
        sending = SendingDialog(source.text, Endpoint(address, _MODEL), window)
        sending.open()
        yield f"sending to {address}"
        sending.reject()
    setting_up = SetUpDialog(window.asking, window)
    setting_up.open()
    yield "setting up a model"
    setting_up.accept()
    yield "a model without a name"
    setting_up.form.address.setText(_THERE)
    yield "a model on another machine"
    setting_up.on.setChecked(False)
    yield "no model"
    setting_up.reject()


def _drafts(person: Person) -> Iterator[str]:
    window, panel = person.window, person.project.view.draft
    source = person.project.view.article.text.source
    assert source
    person.project.view.panes.bring(panel)
    window.asking.choose(asking=True, asking_address=_HERE, asking_model=_MODEL)
    yield "a model drafts"
    one = Suggestion("m", Sort.RELATION, (Span(2, 9), Span(12, 20)), "guess", "φησίν")
    said = replace(one, key="n", sort=Sort.SAYING, content=(Span(2, 9),), speakers=("Ἄννα",))
    those = tuple(replace(s, origin=_MODEL) for s in (one, said))
    panel.drafts.take(source, Drafted(those, origin=_MODEL, left_out=3))
    yield "a model has drafted"
    panel.drafts.take(source, Drafted(those[1:], origin=_MODEL))
    yield "a model has drafted, of which nothing was left out"
    panel.drafts.take(source, Drafted((), "The model found nothing in this text.", _MODEL))
    yield "a model found nothing"
    person.project.view.panes.bring(person.project.view.article)
