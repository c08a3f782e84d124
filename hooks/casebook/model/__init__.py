"""The model: frozen records with no behaviour beyond their own facts. Imports diagnostics only."""
