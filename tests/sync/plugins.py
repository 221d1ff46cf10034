"""Packages with readers of sources, as pip would install them: modules and entry points of their own."""

from pathlib import Path
from textwrap import dedent


def install(site: Path, name: str, code: str, **kinds: str) -> None:
    """A package ``name`` in ``site``, whose classes read these kinds."""
    site.mkdir(exist_ok=True)
    (site / f"{name}.py").write_text(dedent(code), encoding="utf-8")
    info = site / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    points = "".join(f"{kind} = {name}:{made}\n" for kind, made in kinds.items())
    (info / "entry_points.txt").write_text(f"[briefing.sources]\n{points}")


def local_services(site: Path, base: str, pause: float = 0.0) -> None:
    """The Guardian's and GDELT's readers, asking a server of our own."""
    code = f"""
        from briefing.sync.gdelt import Gdelt
        from briefing.sync.guardian import Guardian

        class LocalGuardian(Guardian):
            search = "{base}/guardian"

        class LocalGdelt(Gdelt):
            search = "{base}/gdelt"
            pause = {pause}
    """
    install(site, "local_services", code, paper="LocalGuardian", world="LocalGdelt")
