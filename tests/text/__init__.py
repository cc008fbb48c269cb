"""Tests of functions on plain strings."""
