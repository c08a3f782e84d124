"""What pages must say: facts read from the raw files, sought in the markup of built pages."""
