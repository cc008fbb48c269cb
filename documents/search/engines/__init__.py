"""The engines, one file each, by the names that the settings use."""
