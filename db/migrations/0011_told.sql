-- Who tells a quote that stands inside somebody else's: "She said the premier had told her to go".
ALTER TABLE quotes ADD COLUMN told_by TEXT;
