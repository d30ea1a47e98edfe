"""What the loader brings to itself: rules for sources, and what it counts of them."""

from kennisplatform.inhoudlader import bronnen

BRENGT = [*bronnen.BRENGT]
