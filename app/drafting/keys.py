"""Keys of suggestions: the same as long as their words are, wherever these stand."""

from collections import Counter


def digest(words: str, seen: Counter[str]) -> str:
    """A short key of some words, and of how often they came before."""
    from hashlib import blake2b  # noqa: PLC0415  spare those who only import this

    seen[words] += 1
    content = f"{words}\n{seen[words]}".encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=8).hexdigest()
