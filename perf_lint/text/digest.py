"""Give blake2b without `hashlib`, which loads all of OpenSSL at every start."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # an interpreter that builds it into OpenSSL only
    from hashlib import blake2b

__all__ = ["blake2b"]
