"""Content is data: TOML files under each room's `inhoud/`, checked whole before a single row is written."""
