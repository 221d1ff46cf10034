"""From sources to articles: fetched, parsed, planned, committed. Alone in knowing the network."""
