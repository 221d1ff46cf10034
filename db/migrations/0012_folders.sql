-- folder: a JSON list of the names of the folders that a source stands in, outermost first, as the
-- list of another reader had them (see briefing/sync/opml.py).
ALTER TABLE sources ADD COLUMN folder TEXT NOT NULL DEFAULT '[]';
