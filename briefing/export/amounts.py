"""Figures as a newspaper writes them."""

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "UAH": "₴", "KRW": "₩"}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def amount(value: float, unit: str) -> str:
    """A value with its unit: ``€21 billion``, ``4.5%``, ``164 people``, ``300 million SEK``."""
    number = _number(value)
    if unit == "percent":
        return f"{number}%"
    if unit in _SIGNS:
        return f"{_SIGNS[unit]}{number}"
    return f"{number} {unit}"


def _number(value: float) -> str:
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{_plain(value / scale)} {name}"
    return _plain(value)


def _plain(value: float) -> str:
    return f"{value:,.3f}".rstrip("0").rstrip(".")
