"""The text of attached files."""
