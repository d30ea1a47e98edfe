"""The budget of a plan: its lines, its sums, a spreadsheet out and in, and the committee that judges it."""
