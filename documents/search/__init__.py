"""Finding documents. Callers use these names and never an engine's own."""
