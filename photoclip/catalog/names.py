"""How names that people give are compared."""

from photoclip.domain.names import key_of

__all__ = ["key_of"]
