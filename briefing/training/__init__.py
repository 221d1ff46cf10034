"""How the tagger was made: ``python -m briefing.training`` (needs the extra ``train``)."""
