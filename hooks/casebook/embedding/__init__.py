"""What other sites load: the web component, one file for each version."""
