"""The errors a user can meet. Each carries one line that says what is wrong and what to do.

BriefingError
├── UsageError            the call itself was wrong (exit code 2)
├── InputError            a file, an address or a text that cannot be taken in
│   └── FeedError         an address that answered with something that is no feed
│       └── PageInstead   a web page came where a feed was asked for
├── StoreError            the store cannot be used
│   ├── ForeignStore      the file is not a store of ours
│   ├── NewerStore        the store was written by a newer version
│   ├── LockedStore       another process holds the store
│   └── DamagedStore      the file is damaged
├── EngineError           the engine that reads articles cannot run here
└── SettingsError         settings.toml cannot be read
"""


class BriefingError(Exception):
    """Base of every error that is shown to a user as one line."""


class UsageError(BriefingError):
    """The call itself was wrong."""


class InputError(BriefingError):
    """Something given to be taken in cannot be."""


class FeedError(InputError):
    """An address answered with something that is no feed."""


class PageInstead(FeedError):
    """A web page came where a feed was asked for."""


class StoreError(BriefingError):
    """The store cannot be used."""


class ForeignStore(StoreError):
    """The file is an SQLite database of someone else, or no database at all."""


class NewerStore(StoreError):
    """The store was written by a newer version of briefing."""


class LockedStore(StoreError):
    """Another process has held the store for longer than the busy timeout."""


class DamagedStore(StoreError):
    """SQLite says that the file is damaged."""


class EngineError(BriefingError):
    """The engine that reads articles cannot run here; it is no article's fault."""


class SettingsError(BriefingError):
    """settings.toml cannot be read."""
