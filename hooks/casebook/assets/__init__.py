"""Style sheets, scripts and pictures that pages load."""
