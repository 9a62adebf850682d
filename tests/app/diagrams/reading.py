"""Reads back what diagrams say: the words in DOT, in what Graphviz makes of it, and in SVG."""

import json
import re
import warnings
from collections import defaultdict
from xml.etree import ElementTree as ET

import pydot

with warnings.catch_warnings():  # pydot 4.0.1 calls pyparsing by names that are going away
    warnings.simplefilter("ignore", DeprecationWarning)
    import pydot.dot_parser

_ADDED = re.compile("[\u2067\u2069\\s]")  # isolates round words from right to left; blanks
_NOT_XML = re.compile("[\ufffe\uffff]")
_SVG = "{http://www.w3.org/2000/svg}"


def bare(text: str) -> str:
    """A text without blanks, which lines may end in, and with a mark for what no XML may hold."""
    return _ADDED.sub("", _NOT_XML.sub("\ufffd", text))


def xml_of(text: str | bytes) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314  our own drawings


def nodes_of(graph: pydot.Graph) -> dict[str, pydot.Node]:
    """The nodes of a graph and its clusters, by name."""
    nodes = {node.get_name(): node for node in graph.get_nodes()}
    for cluster in graph.get_subgraphs():
        nodes |= nodes_of(cluster)
    return nodes


def value(thing: pydot.Common, name: str) -> str:
    """What an attribute of a node, an edge or a cluster is."""
    return str(thing.get(name) or "").strip('"')


def parsed(source: str) -> pydot.Dot:
    graphs = pydot.graph_from_dot_data(source)
    assert graphs
    (graph,) = graphs
    return graph


def words_in_label(label: str) -> str:
    """What an HTML-like label says, read as Graphviz reads it."""
    assert label.startswith("<<TABLE")
    words = "".join(xml_of(label[1:-1]).itertext())
    return bare(words.replace("\\\\", "\\"))


def words_in_dot(source: str) -> dict[str, str]:
    """What each card and pill says, by the name of its node."""
    return {
        name: words_in_label(node.get("label"))
        for name, node in nodes_of(parsed(source)).items()
        if name.startswith(("claim_", "step_")) and node.get("label")
    }


def words_in_json(drawn: bytes) -> dict[str, str]:
    """What each node says by Graphviz' own account; its strokes double backslashes in 14.1.5."""
    things: list[dict[str, str]] = json.loads(drawn)["objects"]
    tables = (thing for thing in things if thing.get("label", "").startswith("<TABLE"))
    return {thing["name"]: words_in_label(f"<{thing['label']}>") for thing in tables}


def words_in_svg(drawn: bytes) -> dict[str, str]:
    """What stands in each group of an SVG, by its id."""
    words: dict[str, str] = defaultdict(str)
    for group in xml_of(drawn).iter(f"{_SVG}g"):
        links = group.findall(f"{_SVG}g/{_SVG}a/{_SVG}text")
        words[group.get("id", "")] += bare(
            "".join(text.text or "" for text in [*group.findall(f"{_SVG}text"), *links])
        )
    return words
