"""Documents of a plan that was laid down: as a tagged PDF, as Word, to print. Version and fingerprint stand on every page."""
