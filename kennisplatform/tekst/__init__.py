"""One rule for every text that people type, paste, import or load, and for every text that leaves."""
