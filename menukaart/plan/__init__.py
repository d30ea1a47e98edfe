"""From what a neighbourhood sees to what it does: buurtbeeld, buurtplan, and the road through both."""
