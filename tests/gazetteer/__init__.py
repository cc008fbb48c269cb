"""Tests of finding names in text."""
