"""How well and how cheaply the search works, on generated cases, next to what could be bought."""
