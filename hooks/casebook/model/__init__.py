"""The model: frozen records without behaviour beyond their own facts. It may import diagnostics only."""
