from __future__ import annotations

import json

from documents.templatetags.structured import json_ld


def test_no_text_can_end_the_block() -> None:
    block = json_ld({"name": "</script><script>alert('&')</script>"})
    assert block.count("</script>") == 1
    assert block.endswith("</script>")
    text = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(text) == {"name": "</script><script>alert('&')</script>"}
