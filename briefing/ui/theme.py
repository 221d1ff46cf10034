"""The app's own colours: ink on paper, and paper on ink."""

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
    accent="#96590a",
    warning="#a8480b",
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
        "cursor": "#d9e6f5",
        "cursor-idle": "#efece4",
        "lit": "#ffe7a3",
        "said": "#22252b",
    },
)
