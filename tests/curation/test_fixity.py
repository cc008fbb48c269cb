from __future__ import annotations

from pathlib import Path

import pytest

from documents.curation.attachments import keep_original
from documents.curation.fixity import damaged_originals

pytestmark = pytest.mark.django_db


def test_one_flipped_bit_is_found() -> None:
    sound = keep_original(b"sound bytes", "sound.txt", "text/plain")
    damaged = keep_original(b"other bytes", "damaged.txt", "text/plain")
    assert list(damaged_originals()) == []
    path = Path(damaged.file.path)
    content = bytearray(path.read_bytes())
    content[3] ^= 1
    path.chmod(0o644)
    path.write_bytes(bytes(content))
    assert list(damaged_originals()) == [damaged]
    Path(sound.file.path).unlink()
    assert list(damaged_originals()) == [sound, damaged]
