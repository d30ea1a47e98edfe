from __future__ import annotations

import time
import uuid
from itertools import batched as _batched  # type: ignore[attr-defined]
