"""Numbers of rows in the catalog, and arrays of many things at once."""

from __future__ import annotations

from typing import NewType

import numpy as np
from numpy.typing import NDArray

PhotoId = NewType("PhotoId", int)
FileId = NewType("FileId", int)
RootId = NewType("RootId", int)
ModelId = NewType("ModelId", int)
SearchId = NewType("SearchId", int)
LabelId = NewType("LabelId", int)
AlbumId = NewType("AlbumId", int)

# (dim,) or (n, dim) unit vectors, float32.
Vectors = NDArray[np.float32]
# (n,) int64
PhotoIds = NDArray[np.int64]
# (n,) int32, date.toordinal()
Days = NDArray[np.int32]
