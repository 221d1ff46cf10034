"""The app's own colours, ink on paper and paper on ink, and how pieces of a line are drawn."""

from collections.abc import Mapping

from rich.style import Style
from textual.theme import Theme

DARK = Theme(
    name="briefing-dark",
    primary="#8ab4e8",
    secondary="#7f8a9c",
    accent="#e5b567",
    warning="#e59e6d",
    error="#e06c75",
    success="#93c48b",
    foreground="#d9dde5",
    background="#14171c",
    surface="#14171c",
    panel="#20252d",
    dark=True,
    variables={
        "quiet": "#8791a1",
        "line": "#333a45",
        "scrollbar": "#333a45",
        "scrollbar-hover": "#8ab4e8",
        "scrollbar-active": "#8ab4e8",
        "scrollbar-background": "#14171c",
        "scrollbar-background-hover": "#14171c",
        "scrollbar-background-active": "#14171c",
        "cursor": "#263449",
        "cursor-idle": "#1e242d",
        "lit": "#54431d",
        "said": "#c3cbd8",
    },
)

LIGHT = Theme(
    name="briefing-light",
    primary="#1f5a99",
    secondary="#6a6f78",
    accent="#8a5108",
    warning="#a3450a",
    error="#b3261e",
    success="#2e6b34",
    foreground="#22252b",
    background="#faf8f3",
    surface="#faf8f3",
    panel="#eeeae0",
    dark=False,
    variables={
        "quiet": "#5c6068",
        "line": "#d3cdbf",
        "scrollbar": "#d3cdbf",
        "scrollbar-hover": "#1f5a99",
        "scrollbar-active": "#1f5a99",
        "scrollbar-background": "#faf8f3",
        "scrollbar-background-hover": "#faf8f3",
        "scrollbar-background-active": "#faf8f3",
        "cursor": "#d9e6f5",
        "cursor-idle": "#efece4",
        "lit": "#ffe7a3",
        "said": "#22252b",
    },
)

_WEIGHTS = {
    "strong": Style(bold=True),
    "accent": Style(bold=True),
    "bar": Style(bold=True),
    "hit": Style(bold=True, underline=True),
    "lit-hit": Style(bold=True, underline=True),
    "gone": Style(strike=True),
    "new": Style(bold=True),
}

_INKS = {
    "quiet": "quiet",
    "accent": "accent",
    "bar": "primary",
    "unread": "primary",
    "checked": "success",
    "warn": "warning",
    "said": "said",
    "quoted": "primary",
    "hit": "accent",
    "lit-hit": "accent",
    "gone": "warning",
    "new": "success",
}

_GROUNDS = {"cursor": "cursor", "cursor-idle": "cursor-idle", "lit": "lit", "lit-hit": "lit"}

_PLAIN = {
    "quiet": Style(dim=True),
    "cursor": Style(reverse=True),
    "lit": Style(reverse=True),
    "lit-hit": Style(reverse=True, bold=True, underline=True),
}


def line_styles(variables: Mapping[str, str], *, plain: bool = False) -> dict[str, Style]:
    """The style of every name that a piece of a line may bear; "" is the plain line's.

    ``variables`` are a theme's colours. ``plain`` does without them: bold, dim and reverse say
    what colours would. Looked up here and not in the style sheet, where as many component
    classes on every pane took as long as all other styles together.
    """
    if plain:
        return {"": Style(), **_WEIGHTS, **_PLAIN}
    styles = {"": Style(color=variables["foreground"], bgcolor=variables["background"])}
    for name in {**_WEIGHTS, **_INKS, **_GROUNDS}:
        ink, ground = _INKS.get(name), _GROUNDS.get(name)
        styles[name] = _WEIGHTS.get(name, Style()) + Style(
            color=variables[ink] if ink else None, bgcolor=variables[ground] if ground else None
        )
    return styles
