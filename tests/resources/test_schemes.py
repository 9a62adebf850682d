"""The schemes that ship with the program."""

from resources.schemes import load_schemes


def test_each_scheme_has_a_line_about_it_and_questions() -> None:
    assert len(load_schemes()) > 15
    for name, scheme in load_schemes().items():
        assert name == name.casefold().strip() == scheme.name
        assert scheme.description.endswith(".")
        assert scheme.questions
        assert all(question.endswith("?") for question in scheme.questions)
        assert len(set(scheme.questions)) == len(scheme.questions)
