"""The field table and what follows from it: decoding, JSON Schema, templates and the reference."""
