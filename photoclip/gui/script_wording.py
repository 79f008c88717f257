"""What is said of a query in letters that the model does not know."""

from __future__ import annotations

from photoclip.gui.translation import tr
from photoclip.search.scripts import Unfamiliar


def unfamiliar(found: Unfamiliar) -> str:
    """One or two sentences."""
    english = {code.casefold().partition("-")[0] for code in found.languages} == {"en"}
    script = name_of(found.scripts[0])
    if english:
        text = tr("This model understands English only; your search is in {script} letters.")
    else:
        text = tr("This model was not made for {script} letters.")
    advice = tr("Results may be arbitrary; a multilingual model helps.")
    return f"{text.format(script=script)} {advice}"


def name_of(script: str) -> str:
    """A script in the person's language, as in "... letters"; its English name where unknown."""
    names = {
        "Arabic": tr("Arabic", "letters"),
        "Armenian": tr("Armenian", "letters"),
        "Bengali": tr("Bengali", "letters"),
        "Chinese": tr("Chinese", "letters"),
        "Cyrillic": tr("Cyrillic", "letters"),
        "Devanagari": tr("Devanagari", "letters"),
        "Georgian": tr("Georgian", "letters"),
        "Greek": tr("Greek", "letters"),
        "Hebrew": tr("Hebrew", "letters"),
        "Japanese": tr("Japanese", "letters"),
        "Korean": tr("Korean", "letters"),
        "Tamil": tr("Tamil", "letters"),
        "Telugu": tr("Telugu", "letters"),
        "Thai": tr("Thai", "letters"),
    }
    return names.get(script, script)
