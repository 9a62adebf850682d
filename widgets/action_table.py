"""The table of all actions: names, words, keys and menus. `widgets.actions` makes them from it."""

from collections.abc import Iterator
from dataclasses import replace

from app.model.role import Role
from widgets.action_spec import Scope, Spec


def _(text: str) -> str:
    """Mark a text for translation."""
    return text


def _window(name: str, text: str, *keys: str) -> Spec:
    return Spec(name, text, keys, Scope.WINDOW)


def _map(name: str, text: str, *keys: str, role: Role | None = None) -> Spec:
    return Spec(name, text, keys, Scope.MAP, role=role)


def _article(name: str, text: str, *keys: str, role: Role | None = None) -> Spec:
    return Spec(name, text, keys, Scope.ARTICLE, role=role)


def _speakers(name: str, text: str, *keys: str) -> Spec:
    return Spec(name, text, keys, Scope.SPEAKERS)


def _draft(name: str, text: str, *keys: str, role: Role | None = None) -> Spec:
    return Spec(name, text, keys, Scope.DRAFT, role=role)


def _start(name: str, text: str, *keys: str) -> Spec:
    return Spec(name, text, keys, Scope.START)


def _projects(name: str, text: str, *keys: str) -> Spec:
    return Spec(name, text, keys, Scope.PROJECTS)


def _in(menu: tuple[str, ...], *specs: Spec) -> Iterator[Spec]:
    for spec in specs:
        yield replace(spec, menu=menu)


SPECS: tuple[Spec, ...] = (
    *_in(
        (_("Project"),),
        _window("open_article", _("Open an article…"), "Ctrl+O"),
        _window("paste_article", _("New project from the clipboard"), "Ctrl+Shift+V"),
        _window("open_address", _("Open a web page…"), "Ctrl+U"),
        _window("new_project", _("New empty project"), "Ctrl+N"),
        _window("add_article", _("Add an article to this project…"), "Ctrl+Shift+O"),
        _window("add_address", _("Add a web page to this project…"), "Ctrl+Shift+U"),
        _window("add_clipboard", _("Add the clipboard as an article")),
        _window("rename_project", _("Rename…")),
        _window("export", _("Export…"), "Ctrl+E"),
        _window("print_preview", _("Print preview…"), "Ctrl+Shift+P"),
        _window("print", _("Print…"), "Ctrl+P"),
        _window("save_copy", _("Save a copy to share…"), "Ctrl+Shift+S"),
        _window("take_in", _("Take into my library")),
        _window("libraries", _("Libraries…"), "Ctrl+Shift+L"),
        _window("open_library", _("Open another library…")),
        _window("new_library", _("New library…")),
        _window("backups", _("Backups…")),
        _window("close_project", _("All projects"), "Ctrl+W"),
        _window("quit", _("Quit"), "Ctrl+Q"),
    ),
    *_in(
        (_("Edit"),),
        _window("undo", _("Undo"), "Ctrl+Z"),
        _window("redo", _("Redo"), "Ctrl+Shift+Z", "Ctrl+Y"),
        _map("edit_text", _("Edit the text"), "F2"),
        _map("delete", _("Delete with what hangs below"), "Del", "Backspace"),
        _map("delete_only", _("Delete only this"), "Shift+Del"),
        _map("cut", _("Cut"), "Ctrl+X"),
        _map("copy", _("Copy"), "Ctrl+C"),
        _map("copy_picture", _("Copy the map as a picture"), "Ctrl+Shift+C"),
        _map("copy_svg", _("Copy the map as SVG")),
        _map("paste", _("Paste below"), "Ctrl+V"),
        _map("paste_reasons", _("Paste below as reasons")),
        _map("paste_objections", _("Paste below as objections"), "Ctrl+Alt+V"),
        _map("duplicate", _("Duplicate"), "Ctrl+D"),
        _map("select_all", _("Select all claims that are shown"), "Ctrl+A"),
        _window("find", _("Find"), "Ctrl+F"),
        _window("find_next", _("Find the next"), "Ctrl+G"),
        _window("find_previous", _("Find the one before"), "Ctrl+Shift+G"),
        _window("find_everywhere", _("Find in all projects…"), "Ctrl+Alt+F"),
        _window("next_misquoted", _("Find the next misquoted claim")),
    ),
    *_in(
        (_("Map"),),
        _map("add_reason", _("Reason"), "Tab", "Ins", role=Role.REASON),
        _map("add_objection", _("Objection"), "O", role=Role.OBJECTION),
        _map("add_co_premise", _("Co-premise"), "C", role=Role.FREE),
        _map("add_undercutter", _("Undercut"), "U", role=Role.UNDERCUTTER),
        _map("add_sibling_after", _("Another of the same kind"), "Return", "Enter"),
        _map("add_sibling_before", _("Another of the same kind before it"), "Ctrl+Return"),
        _map("add_free_claim", _("New free claim"), "N"),
        _map("link_claim", _("Link an existing claim…"), "L"),
        _map("turn_into_reason", _("Turn into a reason"), "Alt+Shift+R"),
        _map("turn_into_objection", _("Turn into an objection"), "Alt+Shift+O"),
        _map("toggle_unstated", _("Unstated: nobody voiced it"), "Alt+Shift+U"),
        _map("detach", _("Detach: make it a free claim"), "Alt+Shift+D"),
        _map("split", _("Split into co-premises…"), "Alt+Shift+S"),
        _map("merge", _("Merge the selected claims"), "Alt+Shift+M"),
        _map("move_earlier", _("Move before its neighbour"), "Ctrl+Up"),
        _map("move_later", _("Move behind its neighbour"), "Ctrl+Down"),
    ),
    *_in(
        (_("Map"), _("Fidelity")),
        _map("fidelity_quotation", _("A quotation, word for word")),
        _map("fidelity_paraphrase", _("A paraphrase")),
        _map("fidelity_summary", _("A summary")),
        _map("fidelity_interpretation", _("An interpretation")),
    ),
    _map("go_up", _("Go up"), "Up"),
    _map("go_down", _("Go down"), "Down"),
    _map("go_left", _("Go to the left"), "Left"),
    _map("go_right", _("Go to the right"), "Right"),
    _map("extend_up", _("Select the one above too"), "Shift+Up"),
    _map("extend_down", _("Select the one below too"), "Shift+Down"),
    _map("extend_left", _("Select the one to the left too"), "Shift+Left"),
    _map("extend_right", _("Select the one to the right too"), "Shift+Right"),
    *_in(
        (_("View"),),
        _map("fold", _("Fold or unfold"), "F", "/"),
        _map("fold_all", _("Fold or unfold all"), "Shift+F"),
        _window("show_level", _("Show a level more"), "Alt+PgDown"),
        _window("hide_level", _("Show a level less"), "Alt+PgUp"),
        _window("zoom_in", _("Zoom in"), "Ctrl++", "Ctrl+="),
        _window("zoom_out", _("Zoom out"), "Ctrl+-"),
        _window("zoom_full", _("Zoom to 100 %"), "Ctrl+0"),
        _window("fit", _("Show the whole map"), "F3"),
        _window("fit_selection", _("Show the selection"), "F4"),
        _window("present", _("Present the map"), "F5"),
        _window("present_branch", _("Present from the selected claim"), "Shift+F5"),
        _window("show_only", _("Show only…"), "Ctrl+Shift+F"),
        _window("show_all", _("Show all claims again")),
        _map("show_words", _("Show its words in the article"), "Shift+Return"),
        _window("toggle_article", _("Article"), "Ctrl+1"),
        _window("toggle_inspector", _("Details"), "Ctrl+2"),
        _window("toggle_outline", _("Outline"), "Ctrl+3"),
        _window("toggle_speakers", _("Speakers"), "Ctrl+4"),
        _window("toggle_draft", _("Draft"), "Ctrl+5"),
        _window("toggle_history", _("History"), "Ctrl+6"),
        _window("back_to_now", _("Back to the map as it is now")),
        _window("next_panel", _("Go to the next panel"), "Ctrl+Tab", "Ctrl+F6"),
        _window("previous_panel", _("Go to the panel before"), "Ctrl+Shift+Tab", "Ctrl+Shift+F6"),
        _window("palette", _("Commands…"), "Ctrl+K"),
        _window("keys", _("Keys"), "F1"),
        _window("theme_system", _("Colours of the system")),
        _window("theme_light", _("Light colours")),
        _window("theme_dark", _("Dark colours")),
        _window("motion", _("Things glide to their places")),
    ),
    *_in(
        (_("View"), _("How much")),
        _map("focus", _("This branch alone"), "F6"),
        _map("focus_back", _("Back from this branch"), "Shift+F6"),
        _map("near_1", _("Only what is 1 link away"), "Alt+1"),
        _map("near_2", _("Only what is up to 2 links away"), "Alt+2"),
        _map("near_3", _("Only what is up to 3 links away"), "Alt+3"),
        _map("whole_map", _("The whole map"), "Alt+0"),
    ),
    *_in(
        (_("View"), _("Layout")),
        _window("hang_down", _("Arguments hang down")),
        _window("hang_right", _("Arguments lead to the right")),
        _window("hang_up", _("Arguments stand upwards")),
        _window("roomy", _("Roomy")),
        _window("compact", _("Compact")),
        _window("larger_text", _("Larger text on the map"), "Ctrl+Alt++", "Ctrl+Alt+="),
        _window("smaller_text", _("Smaller text on the map"), "Ctrl+Alt+-"),
        _window("usual_text", _("Usual text on the map"), "Ctrl+Alt+0"),
    ),
    *_in(
        (_("View"), _("Text of the article")),
        _window("larger_article", _("Larger text in the article"), "Ctrl+>"),
        _window("smaller_article", _("Smaller text in the article"), "Ctrl+<"),
        _window("usual_article", _("Usual text in the article")),
        _window("lines_roomy", _("Roomy lines in the article")),
        _window("lines_usual", _("Usual lines in the article")),
        _window("lines_tight", _("Tight lines in the article")),
    ),
    *_in(
        (_("View"), _("Tint")),
        _window("tint_speaker", _("Tint by speaker")),
        _window("tint_tag", _("Tint by tag")),
        _window("tint_source", _("Tint by source")),
        _window("tint_role", _("Tint by role")),
        _window("tint_none", _("No tint")),
    ),
    *_in(
        (_("Article"),),
        _article("mark_claim", _("New claim from these words"), "Return", "Enter"),
        _article("mark_reason", _("Reason for the selected claim"), "R", role=Role.REASON),
        _article("mark_objection", _("Objection to the selected claim"), "O", role=Role.OBJECTION),
        _article("mark_more", _("The selected claim rests on these words"), "F"),
        _article("set_speaker", _("Who says it"), "S"),
        _article("show_claim", _("Show the claim of these words"), "Shift+Return"),
        _article("next_mark_here", _("The next claim of these words"), "M"),
        _window("next_unmapped", _("The next sentence without a claim"), "F8"),
        _window("previous_unmapped", _("The sentence without a claim before"), "Shift+F8"),
        _window("next_source", _("The next article"), "Ctrl+PgDown"),
        _window("previous_source", _("The article before"), "Ctrl+PgUp"),
        _window("draft_article", _("Draft from the article"), "Ctrl+Shift+D"),
        _window("draft_by_model", _("Draft by asking a language model…")),
        _window("set_up_model", _("Language model for drafts…")),
        _window("about_article", _("About this article…")),
        _window("correct_text", _("Correct the text…")),
        _window("newer_from_file", _("Take in a newer text from a file…")),
        _window("newer_from_clipboard", _("Take in a newer text from the clipboard…")),
        _window("newer_from_address", _("Take in a newer text from the web…")),
        _window("compare_texts", _("Compare with an earlier text…")),
        _window("check_marks", _("Marks that need a look"), "Ctrl+Shift+M"),
        _window("accept_marks", _("Accept all reworded marks…")),
        _window("remove_article", _("Remove this article…")),
    ),
    *_in(
        (_("Article"), _("The mark")),
        _article("mark_end_right", _("Its end further to the right"), "Alt+Shift+Right"),
        _article("mark_end_left", _("Its end further to the left"), "Alt+Shift+Left"),
        _article(
            "mark_start_right",
            _("Its beginning further to the right"),
            *("Ctrl+Alt+Right", "Alt+Shift+Down"),  # of which desktops take the first for their own
        ),
        _article(
            "mark_start_left",
            _("Its beginning further to the left"),
            *("Ctrl+Alt+Left", "Alt+Shift+Up"),
        ),
    ),
    *_in(
        (_("Article"), _("The suggestion")),
        _draft("accept_draft", _("Accept as a claim of its own"), "Return", "Enter"),
        _draft("accept_reason", _("Accept as a reason"), "R", role=Role.REASON),
        _draft("accept_objection", _("Accept as an objection"), "O", role=Role.OBJECTION),
        _draft("adjust_draft", _("Select other words for it"), "E"),
        _draft("draft_end_right", _("End it further to the right"), "Alt+Shift+Right"),
        _draft("draft_end_left", _("End it further to the left"), "Alt+Shift+Left"),
        _draft("draft_start_right", _("Begin it further to the right"), "Ctrl+Alt+Right"),
        _draft("draft_start_left", _("Begin it further to the left"), "Ctrl+Alt+Left"),
        _draft("draft_speaker", _("Say who says it"), "S"),
        _draft("reject_draft", _("Reject, or take back a rejection"), "X", "Del"),
        _window("accept_likely", _("Accept all likely suggestions…")),
    ),
    *_in(
        (_("Speakers"),),
        _speakers("read_sayings", _("All that the speaker says"), "Return", "Enter"),
        _speakers("rename_speaker", _("Rename the speaker"), "F2"),
        _speakers("merge_speakers", _("Merge the selected speakers…"), "M"),
        _speakers("remove_speaker", _("Remove the speaker"), "Del"),
        _speakers("add_speaker", _("Add a speaker…"), "Ins"),
        _window("alike_speakers", _("Speakers that may be the same…")),
        _window("speakers_table", _("Table of speakers and claims…"), "Ctrl+T"),
    ),
    _start("find_project", _("Find a project by its title or tags"), "Ctrl+F"),
    _start("show_projects", _("Show the projects"), "Alt+1"),
    _start("show_archived", _("Show the archived projects"), "Alt+2"),
    _start("show_bin", _("Show the bin"), "Alt+3"),
    _start("undo_on_start", _("Undo what was done with projects"), "Ctrl+Z"),
    _start("empty_bin", _("Empty the bin…")),
    _projects("open_project", _("Open"), "Return", "Enter"),
    _projects("rename_listed", _("Rename…"), "F2"),
    _projects("tag_projects", _("Tags…"), "Ctrl+T"),
    _projects("duplicate_project", _("Duplicate"), "Ctrl+D"),
    _projects("archive_projects", _("Archive"), "Ctrl+Shift+A"),
    _projects("restore_projects", _("Restore"), "Ctrl+Shift+R"),
    _projects("bin_projects", _("Put into the bin"), "Del"),
    _projects("delete_projects", _("Delete for good…"), "Shift+Del"),
)
