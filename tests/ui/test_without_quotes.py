from briefing.store.connect import connect
from briefing.ui.app import BriefingApp
from briefing.ui.pages import ArticlePage
from tests.making import add_article


async def test_a_story_without_quotes_opens_its_own_page(tmp_path):
    path = tmp_path / "quiet.db"
    db = connect(path)
    add_article(db, "Earthquake felt in the north")
    app = BriefingApp(path, db)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await pilot.pause(0.2)
        panes = app.screen.panes
        assert panes.focused is panes.reader
        assert panes.reader.page.row.title == "Earthquake felt in the north"
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert isinstance(panes.reader.page, ArticlePage)
        await pilot.press("escape", "escape")
        await pilot.pause(0.2)
        assert panes.current == "stories"
