"""All that the window can show, one scene after the other, and the widgets that are seen there."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QMenu, QWidget

from app import edits
from app.articles.anchors import anchor_at
from app.articles.taken import Kind, Taken
from app.articles.text import Span
from app.diagrams.options import DiagramOptions, Fit, Paper
from app.drafting.drafting import NOTHING_SAID
from app.model.argument_map import ArgumentMap
from app.model.elements import (
    Claim,
    Fidelity,
    Inference,
    InferenceId,
    Polarity,
    Source,
    SourceId,
    Stance,
)
from app.model.outline import PlaceKey
from app.model.view_state import Criterion, Trait
from storage.library import open_library
from tests.app.builders import Draft
from tests.journeys.driver import Person, places_in
from tests.widgets.asking_scenes import asking_scenes
from tests.widgets.intake_scenes import intake_scenes
from tests.widgets.library_scenes import library_scenes
from widgets.bugs import bug_dialog
from widgets.captures.captures_dialog import CapturesDialog
from widgets.captures.newer_dialog import NewerDialog
from widgets.dialogs.export_dialog import ExportDialog
from widgets.drafting.suggestions import Drafted, Sort, Suggestion
from widgets.export_memory import remember
from widgets.menus import card_menu
from widgets.translating import why

TEXT = "Πρώτα ο λόγος. Η Άννα λέει ότι ο άρτος είναι καλός.\nΟ Πέτρος όμως λέει ότι δεν είναι."


def greek_map() -> ArgumentMap:
    """A map with all there can be on one, of which no word has a Latin letter."""
    draft = Draft("Περὶ ἄρτου")
    source = Source(
        id=SourceId("p"), title="Ὁ ἄρτος", author="Ν. Α.", text=TEXT, published=date(2025, 3, 4)
    )
    draft.do(edits.add_source(draft.map, source=source))
    top = draft.claim("Ο άρτος είναι καλός")
    first = draft.reason(top, "Τρέφει")
    beside = draft.premise(first, "Ό,τι τρέφει είναι καλό")
    second = draft.objection(top, "Παλιώνει")
    draft.objection(second.premises[0], "Όχι αν τρώγεται αμέσως")
    draft.objection(first.id, "Και το δηλητήριο γεμίζει")
    draft.step(second.premises[0], draft.claim("Ελεύθερος ισχυρισμός"))
    draft.do(edits.set_unstated(draft.map, claim=beside, unstated=True))
    draft.do(edits.set_tags(draft.map, claim=top, tags=["τροφή"]))
    draft.do(edits.set_note(draft.map, claim=top, note="σημείωση"))
    draft.do(edits.set_scheme(draft.map, inference=first.id, scheme="expert opinion"))
    words = anchor_at(source, 15, 40)
    quoted = draft.saying(top, "Άννα", "Πέτρος", anchor=words)
    quote = edits.set_fidelity(draft.map, locution=quoted.id, fidelity=Fidelity.QUOTATION)
    draft.do(quote)
    said = draft.saying(first.premises[0], "Πέτρος")
    draft.do(edits.set_stance(draft.map, locution=said.id, stance=Stance.REPORTS))
    draft.do(edits.set_fidelity(draft.map, locution=said.id, fidelity=Fidelity.SUMMARY))
    return draft.map


def put_into_library(folder: Path, argument_map: ArgumentMap) -> None:
    """Have a project in the library of whoever works in a folder."""
    with closing(open_library(places_in(folder).library)) as library:
        library.create(argument_map)


def seen() -> list[QWidget]:
    """All widgets that are on the screen."""
    settle()
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    within = [w for window in windows for w in window.findChildren(QWidget) if w.isVisible()]
    return windows + within


def settle() -> None:
    """Let go of what is done with, and let all be painted."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def scenes(person: Person) -> Iterator[str]:
    """Show one scene after the other to somebody at an open project; gives what each is."""
    parts = (_details, _on_the_map, _bars, _texts, intake_scenes, _popups, _menus, _speaking)
    for part in (*parts, _drafting, asking_scenes, _telling, library_scenes):
        for scene in part(person):
            settle()
            person.settle()
            yield scene
    person.window.close_project()
    yield "start page"


def keys(person: Person) -> list[PlaceKey]:
    """The places of all claims."""
    cards = person.project.view.reading.outline.cards
    return [card.key for card in cards.values()]


def step_key(person: Person) -> PlaceKey:
    step = min(person.map.every(Inference), key=lambda one: -len(one.premises))
    place = person.project.view.reading.place_of((InferenceId(""), step.id))
    assert place
    return place


def _details(person: Person) -> Iterator[str]:
    selection = person.project.view.selection
    yield "nothing selected"
    for number, key in enumerate(keys(person)):
        selection.set(key)
        yield f"claim {number} selected"
    selection.set(step_key(person))
    yield "step selected"
    selection.set_all(keys(person))
    yield "several selected"
    person.project.view.toggle_side(person.project.view.outline)
    yield "outline"
    person.project.view.toggle_side(person.project.view.inspector)


def _on_the_map(person: Person) -> Iterator[str]:
    view, actions = person.project.view, person.project.actions_by_name
    view.selection.set(keys(person)[0])
    view.canvas.view.setFocus()
    actions["edit_text"].trigger()
    yield "editor"
    view.settle()
    actions["fold_all"].trigger()
    yield "folded"
    actions["fold_all"].trigger()
    for name in ("tint_role", "tint_tag", "tint_source", "tint_speaker"):
        actions[name].trigger()
        yield name
    speaker = view.filtering.values(Trait.SPEAKER)[0]
    view.filtering.show_only(Criterion(trait=Trait.SPEAKER, value=speaker.value))
    yield "filtered"
    actions["show_all"].trigger()
    actions["tint_none"].trigger()


def _bars(person: Person) -> Iterator[str]:
    view, actions = person.project.view, person.project.actions_by_name
    for key in (step_key(person), keys(person)[-1]):
        view.selection.set(key)
        actions["focus"].trigger()
        yield "a branch alone"
    actions["near_2"].trigger()
    yield "what is near"
    actions["whole_map"].trigger()
    actions["find"].trigger()
    for words in ("", "ο", "ωωω", "e"):
        view.find_bar.field.setText(words)
        view.find_bar.find_next()
        yield "finding"
    view.find_bar.leave()
    cursor = view.article.text.textCursor()
    cursor.setPosition(60)
    cursor.setPosition(70, cursor.MoveMode.KeepAnchor)
    view.article.text.setTextCursor(cursor)
    view.article.offer_bar()
    yield "marking bar"
    view.article.bar.clear()


def _texts(person: Person) -> Iterator[str]:
    view, actions = person.project.view, person.project.actions_by_name
    with _closing():
        actions["correct_text"].trigger()
        yield "correcting"
    source = view.article.text.source
    assert source
    taken = Taken(kind=Kind.TEXT, text=source.text[:10] + "Ω" + source.text[11:22] + "ω")
    view.article.texts.show_newer(source.id, taken)
    newer = person.dialog(NewerDialog)
    yield "newer text"
    newer.button.click()
    yield "marks to check"
    view.article.checks.mark_by_hand()
    yield "marking by hand"
    view.article.checks.stop_by_hand()
    with _closing():
        actions["compare_texts"].trigger()
        dialog = person.dialog(CapturesDialog)
        person.bot.waitUntil(lambda: dialog.told.text() != "")
        yield "two texts"
    person.window.activateWindow()
    actions["undo"].trigger()


def _popups(person: Person) -> Iterator[str]:
    view, actions = person.project.view, person.project.actions_by_name
    view.selection.set(keys(person)[0])
    dialog = QInputDialog(person.window)
    dialog.setLabelText(person.window.tr("Title"))
    dialog.setWindowTitle(person.window.tr("Title"))
    openings: dict[str, Callable[[], object]] = {
        "palette": person.window.show_palette,
        "keys": person.window.show_keys,
        "values": actions["show_only"].trigger,
        "splitting": actions["split"].trigger,
        "linking": actions["link_claim"].trigger,
        "exporting": actions["export"].trigger,
        "exporting on paper": partial(_export_on_paper, person),
        "exporting a brief": partial(_export_document, person, "brief"),
        "exporting a worksheet": partial(_export_document, person, "worksheet"),
        "presenting": actions["present"].trigger,
        "bug": bug_dialog("12", person.window).open,
        "asking": dialog.open,
    }
    for name, opening in openings.items():
        with _closing():
            opening()
            yield name


def _export_on_paper(person: Person) -> None:
    remember(person.window.kept, "screen", DiagramOptions(paper=Paper.A4, fit=Fit.TILES))
    person.project.exports.export()


def _export_document(person: Person, kind: str) -> None:
    remember(person.window.kept, kind, DiagramOptions())
    person.project.exports.export()
    page = person.dialog(ExportDialog).document.page
    person.bot.waitUntil(lambda: page.toPlainText() != "", timeout=20_000)


@contextmanager
def _closing() -> Iterator[None]:
    """Close the popups in the end."""
    yield
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog | QMenu) and window.isVisible():
            window.close()
    settle()


def _menus(person: Person) -> Iterator[str]:
    menu = card_menu(person.project.actions_by_name, person.project)
    with _closing():
        menu.popup(person.window.pos())
        yield "card menu"


def _speaking(person: Person) -> Iterator[str]:
    view, actions = person.project.view, person.project.actions_by_name
    panel, do = view.speakers, view.performer.do
    actions["toggle_speakers"].trigger()
    step = next(one for one in person.map.every(Inference) if one.polarity is Polarity.ATTACK)
    claims = [*step.premises, *(c.id for c in person.map.top_claims()[:1])]
    for claim in claims:
        do(partial(edits.say, claim=claim, speakers=["Άννα", "Ελένη"]))
        do(partial(edits.say, claim=claim, speakers=["Άννα Νικολάου"]))
    for speaker in person.map.speakers():
        panel.show_speaker(speaker.id)
        panel.follow()
        yield "a speaker"
    panel.head.ask_name()
    yield "adding a speaker"
    panel.list.selectAll()
    yield "several speakers"
    with _closing():
        panel.list.menu_wanted.emit(person.window.pos())
        yield "menu of several speakers"
    panel.show_speaker(person.map.speakers()[0].id)
    with _closing():
        panel.list.menu_wanted.emit(person.window.pos())
        yield "menu of a speaker"
    for name, opening in (("alike", panel.show_duplicates), ("table", panel.show_table)):
        with _closing():
            opening()
            yield f"speakers: {name}"
    panel.head.search.setText("ωωω")
    yield "no speaker found"
    panel.head.search.clear()
    view.panes.bring(view.article)


def _drafting(person: Person) -> Iterator[str]:
    view, actions = person.project.view, person.project.actions_by_name
    panel = view.draft
    actions["toggle_draft"].trigger()
    yield "nothing drafted"
    source = view.article.text.source
    assert source
    panel.drafts.take(source, Drafted((), notice=why(NOTHING_SAID)))
    yield "nothing found"
    panel.drafts.take(source, Drafted(_suggestions()))
    panel.foot.guesses.click()
    for one in panel.model.suggestions:
        panel.list.go_to(panel.model.index_of(one.key))
        yield "a suggestion"
    panel.foot.guesses.click()
    yield "guesses folded away"
    panel.foot.guesses.click()
    actions["adjust_draft"].trigger()
    yield "other words for a suggestion"
    panel.commands.stop_asking()
    actions["draft_speaker"].trigger()
    yield "another speaker for a suggestion"
    panel.foot.names.hide()
    panel.commands.reject()
    panel.foot.rejected.setChecked(True)
    yield "rejected suggestions"
    panel.working.show()  # a run would be over too soon
    yield "drafting"
    panel.working.hide()
    view.panes.bring(view.article)


def _suggestions() -> tuple[Suggestion, ...]:
    """Suggestions of all kinds, with all that can stand on their cards."""
    content = (Span(15, 30),)
    contention = Suggestion("c", Sort.CONTENTION, content, "guess", "ἐν ἀρχῇ", ("Άννα", "Πέτρος"))
    sayings = [
        Suggestion(
            key=f"s{number}",
            sort=Sort.SAYING,
            content=(Span(2 * number, 2 * number + 5),),
            confidence=confidence,
            why="φησίν",
            speakers=("Ελένη", "Πέτρος")[: number % 3],
            stance=stance,
            parent="s0" if number == 1 else "",
        )
        for number, (confidence, stance) in enumerate(
            [
                *(("likely", "asserts"), ("check", "denies"), ("guess", "doubts")),
                *(("likely", "asks"), ("check", "wants"), ("guess", "expects")),
                *(("likely", "supports"), ("check", "opposes")),
            ]
        )
    ]
    return (contention, *sayings)


def _telling(person: Person) -> Iterator[str]:
    view, window = person.project.view, person.window
    view.selection.set(None)
    person.project.actions_by_name["add_reason"].trigger()
    yield "advice"
    view.performer.do(lambda m: edits.rename_project(m, title=""))
    yield "refused"
    window.projects.new("")
    yield "failed"
    claim = next(iter(person.map.every(Claim)))
    view.performer.do(lambda m: edits.set_text(m, claim=claim.id, text="Άλλο"))
    view.performer.do(lambda m: edits.add_claim(m, text="Νέο"))
    person.project.actions_by_name["undo"].trigger()
    yield "undo and redo"
    window.banner.say(person.window.tr("Title"), good=True)
    yield "good banner"
