"""Who says a claim, and where: sayings, quotations and sources in words."""

from collections.abc import Iterable, Sequence

from app.documents.blocks import Look, Paragraph, Quotation, Run, Runs
from app.documents.escaping import link_of
from app.documents.words import Words
from app.model.argument_map import ArgumentMap
from app.model.elements import ClaimId, Locution, Source, Stance, text_order
from app.model.text import one_line, paragraph_at, shortened

_SHORT_SOURCE = 40  # characters of a source's name beside a claim


class Citing:
    """Tells of the sayings of one map in one language."""

    def __init__(self, argument_map: ArgumentMap, words: Words, *, speakers: bool = True) -> None:
        self._map = argument_map
        self._words = words
        self._speakers = speakers
        self._one_source = len(argument_map.sources()) == 1

    def sayings(self, claim: ClaimId) -> list[Locution]:
        """The sayings of a claim, in the order of the text."""
        return sorted(self._map.locutions_of(claim), key=text_order)

    def beside(self, sayings: Iterable[Locution]) -> list[str]:
        """Who says it and where, briefly, to stand beside the claim; each once."""
        told: dict[str, None] = {}
        for saying in sayings:
            facts = [self._who(saying) if self._speakers else "", self.place(saying)]
            text = self._words.comma.join(filter(None, facts))
            if text:
                told[text] = None
        return list(told)

    def chain(self, saying: Locution) -> str:
        """Who says it, and through whom; nothing if it is the article itself."""
        names = [one_line(self._map.speaker(key).name) for key in saying.speakers]
        if len(names) < 2:  # noqa: PLR2004
            return "".join(names)
        others = self._words.comma.join(names[1:])
        return self._words.through.format(speaker=names[0], others=others)

    def place(self, saying: Locution) -> str:
        """In which paragraph of which source the words stand; which source only if in doubt."""
        anchor = saying.anchor
        if anchor is None:
            return ""
        n = self.paragraph(saying)
        if self._one_source:
            return self._words.paragraph.format(n=n)
        source = self._map.source(anchor.source)
        name = shortened(source.outlet or source.title, _SHORT_SOURCE)
        return self._words.place.format(source=name, n=n)

    def paragraph(self, saying: Locution) -> int | None:
        """The number of the paragraph that the words stand in."""
        anchor = saying.anchor
        return paragraph_at(self._map.source(anchor.source).text, anchor.start) if anchor else None

    def quotations(self, sayings: Sequence[Locution]) -> list[Quotation]:
        """The marked words, with who says them where if that is not plain from beside the claim."""
        plain = len(sayings) == 1 and sayings[0].anchor is not None
        return [
            Quotation(mark.exact, () if plain else self._brief_cite(saying))
            for saying in sayings
            if (mark := saying.anchor or saying.former)
        ]

    def cite(self, saying: Locution) -> Runs:
        """Speaker, affiliation, source, outlet, date, paragraph, address."""
        facts = [*self._speaker_facts(saying), *self._mark_facts(saying)]
        mark = saying.anchor or saying.former
        source = self._map.source(mark.source) if mark else None
        address = _address(source) if source else ()
        return (*_soft(self._words.comma.join(facts)), *address)

    def about_source(self, source: Source) -> Paragraph:
        """Author, outlet, date and address; its title is a heading."""
        facts = [one_line(source.author), one_line(source.outlet)]
        if source.published:
            facts.append(self._words.date_of(source.published))
        text = self._words.comma.join(filter(None, facts))
        return Paragraph((*([Run(text)] if text else []), *_address(source)))

    def _who(self, saying: Locution) -> str:
        name = self.chain(saying)
        if saying.stance in {Stance.ASSERTS, Stance.REPORTS}:
            return name
        stance = self._words.stance_of(saying.stance)
        return self._words.stance.format(stance=stance, speaker=name or self._words.article)

    def _brief_cite(self, saying: Locution) -> Runs:
        facts = [
            self.chain(saying) if self._speakers else "",
            *self._mark_facts(saying, brief=True),
        ]
        return _soft(self._words.comma.join(filter(None, facts)))

    def _speaker_facts(self, saying: Locution) -> list[str]:
        if not self._speakers or not saying.speakers:
            return []
        affiliation = one_line(self._map.speaker(saying.speakers[0]).affiliation)
        return [self.chain(saying), *([affiliation] if affiliation else [])]

    def _mark_facts(self, saying: Locution, *, brief: bool = False) -> list[str]:
        mark = saying.anchor or saying.former
        if mark is None:
            return []
        if saying.anchor is None:
            place = self._words.lost
        elif brief:
            return [self.place(saying)]
        else:
            place = self._words.paragraph.format(n=self.paragraph(saying))
        source = self._map.source(mark.source)
        day = self._words.date_of(source.published) if source.published else ""
        title = one_line(source.title)
        title = self._words.title.format(title=title) if title else ""
        facts = [title, one_line(source.outlet), day, place]
        return [fact for fact in facts if fact]


def _soft(text: str) -> Runs:
    return (Run(text, Look.SOFT),) if text else ()


def _address(source: Source) -> Runs:
    """The address of a source, linked if it is one of the web, behind a blank."""
    address = one_line(source.address)
    if not address:
        return ()
    return (Run(" "), Run(address, Look.SOFT, address=link_of(address)))
