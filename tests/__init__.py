"""Tests, mirrored to the code."""
