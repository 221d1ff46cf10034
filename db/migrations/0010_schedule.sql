-- What a sync plans with. items: how many its feed held when it last came. validated: when a server last sent all of a feed, since validators are kept for
-- eight days only; validators_lie: it once said of a changed feed what it had said of the old one. wait_until:
-- until when the source's host asked to be left alone; failures and quiet: checks in a row that failed, and
-- that brought nothing new; moved_to: where the server last said that the feed is now for good.
ALTER TABLE sources ADD COLUMN items INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN validated TEXT;
ALTER TABLE sources ADD COLUMN validators_lie INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN wait_until TEXT;
ALTER TABLE sources ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN quiet INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN moved_to TEXT;
-- next_check was only ever set where a server asked to wait.
UPDATE sources SET wait_until = next_check, items = new + updated + unchanged;
