"""What a copy says of itself: who made it, who has the rights, under which licence (XMP)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from lxml.builder import ElementMaker

from macros.model.picture_codes import LICENCES

if TYPE_CHECKING:
    from macros.model.pictures import Picture

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
_RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
_META = "adobe:ns:meta/"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def rights_of(picture: Picture) -> str:
    """Return the rights of a picture as XMP (ISO 16684-1), for programs that read it."""
    rdf = ElementMaker(namespace=_RDF, nsmap={"rdf": _RDF, "dc": _DC, "xmpRights": _RIGHTS})
    dc, own = ElementMaker(namespace=_DC), ElementMaker(namespace=_RIGHTS)
    licence = LICENCES.entry(picture.licence)
    said = "; ".join(filter(None, (picture.rights, licence.word)))
    parts = [dc.rights(rdf.Alt(rdf.li({_LANGUAGE: "x-default"}, said)))]
    if picture.author:
        parts.append(dc.creator(rdf.Seq(rdf.li(picture.author))))
    if licence.url:
        parts.append(own.WebStatement(licence.url))
    described = rdf.Description({f"{{{_RDF}}}about": ""}, *parts)
    packet = ElementMaker(namespace=_META, nsmap={"x": _META}).xmpmeta(rdf.RDF(described))
    return etree.tostring(packet, encoding="unicode")
