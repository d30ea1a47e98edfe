"""Text of attached documents: read in a process of its own, kept beside the document, found by the search."""
