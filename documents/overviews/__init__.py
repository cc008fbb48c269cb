"""Read-only counts over many records: what the front page, the topic pages and the matrix show."""
