"""Pages: each module turns records into the views that its template shows."""
