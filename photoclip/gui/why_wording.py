"""Why a photo has a label, in words."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from photoclip.gui import error_wording, tag_wording
from photoclip.gui.photo_wording import Fact
from photoclip.gui.tag_wording import score
from photoclip.gui.translation import tr
from photoclip.gui.wording import quoted
from photoclip.tagging.explaining import Competitor, Why

# Prompts beyond these say nothing more.
MOST_PROMPTS = 3


def verdict(why: Why) -> str:
    """How the score stands to the threshold."""
    if why.threshold is None:
        told = tr("Score {score}. Nothing is suggested for this label: {reason}.")
        reason = error_wording.reason(why.finding)
        return told.format(score=score(why.score), reason=reason)
    if why.passes:
        told = tr("Score {score}, at least {threshold} is enough.")
    else:
        told = tr("Score {score}, less than {threshold}, which would be enough.")
    return told.format(score=score(why.score), threshold=score(why.threshold))


def facts(why: Why) -> list[Fact]:
    """What is known of the label on the photo."""
    found = []
    if why.tag is not None:
        found.append(Fact(tr("Who said so"), tag_wording.provenance(why.tag)))
    if why.prompts:
        each = [
            f"{quoted(text)} ({_cosine(cosine)})" for text, cosine in why.prompts[:MOST_PROMPTS]
        ]
        found.append(Fact(tr("Best prompt"), each[0]))
        if each[1:]:
            found.append(Fact(tr("Other prompts"), "\n".join(each[1:])))
    if why.precision is not None:
        share = QLocale().toString(round(100 * why.precision))
        told = tr("about {share} % right").format(share=share)
        found.append(Fact(tr("What reaches it"), told))
    if why.clicks:
        found.append(Fact(tr("Learned from"), tr("%Ln of your decisions", "", why.clicks)))
    if why.version:
        found.append(Fact(tr("Version of the label"), QLocale().toString(why.version)))
    return found


def rivals(why: Why) -> list[Fact]:
    """The labels that come nearest."""
    return [Fact(one.label.name, _rival(one)) for one in why.competing]


def likeness(cosine: float) -> str:
    """How much alike two photos are."""
    return tr("Similarity {score}").format(score=_cosine(cosine))


def _rival(one: Competitor) -> str:
    if one.threshold is None:
        return score(one.score)
    enough = one.score >= one.threshold
    told = tr("{score}, enough") if enough else tr("{score} of {threshold}")
    return told.format(score=score(one.score), threshold=score(one.threshold))


def _cosine(value: float) -> str:
    return QLocale().toString(value, "f", 3)
