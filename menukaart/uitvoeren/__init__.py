"""Carrying out: how far each activity is, what it really took, and the overview of many neighbourhoods."""
