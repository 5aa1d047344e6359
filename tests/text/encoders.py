"""Vietnamese text as old programs wrote it, and as it looks when it is read by the wrong table."""

from __future__ import annotations

import unicodedata

_TCVN3 = dict(
    zip(
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        strict=True,
    )
)
_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301\u0300\u0309\u0303\u0323"
_TONES = (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT)
_VNI_TONES = dict(zip(_TONES, "ùøûõï", strict=True))
_VNI_CIRCUMFLEX = dict(zip(("", *_TONES), "âáàåãä", strict=True))
_VNI_BREVE = dict(zip(("", *_TONES), "êéèúüë", strict=True))
_VNI_I = dict(zip(_TONES, "íìæóò", strict=True))
_VIQR = {
    **dict(zip(_TONES, "'`?~.", strict=True)),
    "\u0302": "^",
    "\u0306": "(",
    "\u031b": "+",
}


def _parts(letter: str) -> tuple[str, str, str]:
    """Return a letter without marks, the mark that makes it another letter, and its tone."""
    base, *marks = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in marks if mark in _TONES)
    return base, "".join(mark for mark in marks if mark not in _TONES), tone


def tcvn3(text: str) -> str:
    """Return the text as TCVN3 looks when it is read as Latin-1; capitals are in the font."""
    return "".join(_TCVN3.get(one) or _TCVN3.get(one.lower()) or one for one in text)


def vni(text: str) -> str:
    """Return the text as VNI looks when it is read as Windows-1252."""
    return "".join(map(_vni, text))


def _vni(letter: str) -> str:
    if letter in "đĐ":
        return "ñ" if letter == "đ" else "Ñ"
    base, mark, tone = _parts(letter)
    if base in "iI" and tone:
        made = _VNI_I[tone]
    elif base in "yY" and tone == _DOT:
        made = "î"
    elif mark == "\u0302":
        made = base.lower() + _VNI_CIRCUMFLEX[tone]
    elif mark == "\u0306":
        made = base.lower() + _VNI_BREVE[tone]
    elif mark == "\u031b":
        made = ("ô" if base in "oO" else "ö") + _VNI_TONES.get(tone, "")
    elif tone:
        made = base.lower() + _VNI_TONES[tone]
    else:
        return letter
    return made.upper() if base.isupper() else made


def viqr(text: str) -> str:
    """Return the text in the ASCII of old mails."""
    made = []
    for letter in text:
        base, mark, tone = _parts(letter)
        made.append(
            {"đ": "dd", "Đ": "DD"}.get(letter, base + _VIQR.get(mark, "") + _VIQR.get(tone, ""))
        )
    return "".join(made)


def cp1258(text: str) -> bytes:
    """Return the bytes of Windows-1258, whose tones are characters of their own."""
    made = b""
    for letter in text:
        try:
            made += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, mark, tone = _parts(letter)
            made += unicodedata.normalize("NFC", base + mark).encode("cp1258") + tone.encode(
                "cp1258"
            )
    return made


def misread(data: bytes) -> str:
    """Return the text that a program shows that takes the bytes for Windows-1252."""
    return "".join(_windows(byte) for byte in data)


def _windows(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)
