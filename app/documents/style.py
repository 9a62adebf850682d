"""How a web page of a map looks: the colours of the themes, lines and signs as on the screen."""

from functools import cache

from app.documents.paper import Paper
from app.layout.signs import SIGNS
from resources.themes import Theme, load_theme

_RULES = """
*{box-sizing:border-box}
html{background:var(--window);color:var(--text);font:1rem/1.5 system-ui,"Segoe UI","Noto Sans",
Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0}
main{max-width:58rem;margin:0 auto;padding:2.5rem 1.5rem 5rem;overflow-wrap:anywhere}
h1,h2,h3,h4{line-height:1.25;text-wrap:balance}
h1{font-size:1.9rem;margin:0}
h2{font-size:1.35rem;margin:2.75rem 0 .75rem;padding-top:1.25rem;border-top:1px solid var(--rule)}
h3{font-size:1.1rem;margin:2rem 0 .6rem}
h4{font-size:1rem;margin:1.5rem 0 .5rem;color:var(--muted)}
p{margin:.6rem 0}
.label{margin:1.25rem 0 .4rem}
.label+p{margin-top:0}
.subtitle{color:var(--muted);margin:.35rem 0 1.75rem}
.text,.words,td,th,p,h1,h2,h3,h4{white-space:pre-line}
.soft,.beside,.n,.count{color:var(--muted)}
.beside,.count,.n{font-size:.875em}
.n{font-variant-numeric:tabular-nums;margin-inline-end:.35em}
.count{display:none;white-space:nowrap}
a{color:var(--accent)}
blockquote{margin:.5rem 0 1rem;padding:.1rem 0 .1rem 1rem;border-inline-start:2px solid var(--rule)}
blockquote p{margin:0}
blockquote .words{font-family:Georgia,"Noto Serif","Times New Roman",serif}
blockquote .cite{font-size:.875em;color:var(--muted)}
ul{list-style:none;margin:0;padding:0}
.claim,.card>summary{display:block;background:var(--card);border:1px solid var(--border);
border-radius:6px;padding:.5rem .8rem;color:var(--text)}
.card{margin:.4rem 0}
.card .text{unicode-bidi:isolate}
.card>summary{cursor:pointer;list-style:none;position:relative;padding-inline-end:2rem}
.card>summary::-webkit-details-marker{display:none}
.card>summary::after{content:"";position:absolute;inset-inline-end:.9rem;top:1rem;width:.45rem;
height:.45rem;border:solid var(--muted);border-width:0 2px 2px 0;transform:rotate(45deg)}
.card:not([open])>summary::after{transform:rotate(-45deg)}
.card:not([open])>summary .count{display:inline}
summary:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.card:target>.claim,.card:target>summary{outline:2px solid var(--accent)}
.contention>.claim,.contention>summary{border:2px solid var(--line);font-weight:600;
font-size:1.1rem}
.contention .beside,.contention .n{font-weight:400}
.unstated>.claim,.unstated>summary{border-style:dashed}
.unstated>.claim>.text,.unstated>summary>.text{font-style:italic}
.again>.claim{background:none;border-style:dotted}
.about{margin:.3rem 0 .3rem .9rem;font-size:.9375em}
.steps{margin-inline-start:1.5rem}
.step{border-inline-start:3px solid var(--line);padding-inline-start:.7rem;margin:.55rem 0}
.step.objection{border-inline-start-style:dashed}
.step.rebuttal,.step.undercutter{border-inline-start-style:dotted}
.several{background:var(--tint);border-radius:0 8px 8px 0;padding-block:.15rem;
padding-inline-end:.5rem}
.pill{display:inline-block;background:var(--line);color:var(--on);border-radius:1rem;
padding:0 .6rem;margin-inline-end:.5rem;font-size:.8125em;font-weight:600;line-height:1.5rem;
white-space:nowrap}
.pill.and{background:none;color:var(--line);border:1px solid var(--line);line-height:1.4rem}
.pill svg{width:.7em;height:.7em;margin-inline-end:.35em;fill:none;stroke:currentColor;
stroke-width:.16;stroke-linecap:round;vertical-align:-.05em;overflow:visible}
.scheme{font-size:.875em;color:var(--muted);margin-inline-end:.5rem}
.room{display:block;margin-top:.2rem}
.room span{display:block;height:1.9rem;border-bottom:1px solid var(--muted)}
.lines{display:flex;gap:2rem;flex-wrap:wrap;margin:0 0 1.25rem}
.lines span{flex:1 1 14rem;border-bottom:1px solid var(--muted);padding-bottom:.15rem}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;min-width:36rem;table-layout:fixed;font-size:.9375em}
th,td{text-align:start;vertical-align:top;padding:.45rem .7rem;border-bottom:1px solid var(--rule);
overflow-wrap:break-word}
th{color:var(--muted);font-weight:600;font-size:.875em;border-bottom-width:2px}
.apart{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--rule)}
.apart>summary{cursor:pointer;font-size:1.35rem;font-weight:700}
@media (max-width:40rem){main{padding:1.25rem .9rem 3rem}.steps{margin-inline-start:.4rem}
.step{padding-inline-start:.45rem}.claim,.card>summary{padding:.4rem .55rem}
.card>summary{padding-inline-end:1.6rem}}
.about blockquote{margin:.3rem 0 .6rem}
@media print{:root{--window:#fff}main{max-width:none;padding:0}html{font-size:10pt}
.card>summary::after{display:none}
.claim,summary,blockquote,tr,.room{break-inside:avoid}h2,h3,h4,.label{break-after:avoid}
.card:not([open])>summary .count{display:none}
details::details-content{content-visibility:visible!important;display:block!important;
height:auto!important}
.apart{break-before:page;border:0;margin:0;padding:0}.apart>summary{list-style:none}
.apart>summary::-webkit-details-marker{display:none}
.pill,.several,.claim,summary{print-color-adjust:exact;
-webkit-print-color-adjust:exact}a{color:inherit}}
"""


@cache
def style(paper: Paper) -> str:
    """The rules of the page: light, dark where the reader likes it so, and light on paper."""
    light, dark = _colours(load_theme("light")), _colours(load_theme("dark"))
    return (
        f":root{{color-scheme:light dark}}\n{light}\n"
        f"@media screen and (prefers-color-scheme:dark){{\n{dark}\n}}{_RULES}"
        f"@page{{size:{paper.value};margin:18mm 16mm}}\n"
    )


@cache
def signs() -> str:
    """The signs of the roles, hidden, to be used by their names."""
    symbols = "".join(
        f'<symbol id="sign-{role.value}" viewBox="0 0 1 1">'
        + "".join(
            f'<path d="M{"L".join(f"{p.x:g} {p.y:g}" for p in stroke)}"/>' for stroke in strokes
        )
        + "</symbol>"
        for role, strokes in SIGNS.items()
    )
    return f'<svg width="0" height="0" style="position:absolute" aria-hidden="true">{symbols}</svg>'


def _colours(theme: Theme) -> str:
    surfaces, ink = theme.surfaces, theme.ink
    ground = (
        f":root{{--window:{surfaces.window};--card:{surfaces.card};--rule:{surfaces.line};"
        f"--border:{surfaces.card_border};--text:{ink.text};--muted:{ink.muted};"
        f"--accent:{ink.accent};--line:{ink.muted};--tint:{surfaces.window};"
        f"--on:{surfaces.window}}}"
    )
    roles = [
        f".{name}{{--line:{role.line};--on:{role.on_line};--tint:{role.tint};"
        f"--border:{role.border}}}"
        for name, role in theme.roles.items()
    ]
    return "\n".join([ground, *roles])
