"""What is wrong with the settings of a site that its own mkdocs.yml writes: names, types, paths.

The build refuses all of it too, but there it has no line, and reading MkDocs takes a third of the
time of a check. So its settings are listed here; a test compares the lists with MkDocs and plugins.
"""

from __future__ import annotations

import ast
import os
import re
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from macros.loading.yaml.nodes import Items, Node, Table, Text
from macros.messages.problems import Problem
from macros.messages.suggest import did_you_mean, listed
from macros.project.named_in_settings import is_module, languages, missing_icons, missing_modules
from macros.project.own_settings import INHERITED, REFUSED_PLUGINS, may_extend
from macros.system.program import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

KINDS: Mapping[str, str] = {
    **dict.fromkeys(
        ("site_name", "site_description", "site_author", "copyright", "repo_name"), "text"
    ),
    **dict.fromkeys(("edit_uri", "edit_uri_template", "remote_branch", "remote_name"), "text"),
    **dict.fromkeys(("docs_dir", "site_dir", "dev_addr", "INHERIT", "config_file_path"), "text"),
    **dict.fromkeys(("exclude_docs", "draft_docs", "not_in_nav"), "text"),
    **dict.fromkeys(("site_url", "repo_url"), "address"),
    **dict.fromkeys(("use_directory_urls", "strict"), "switch"),
    **dict.fromkeys(
        ("nav", "extra_css", "extra_javascript", "extra_templates", "hooks", "watch"), "list"
    ),
    **dict.fromkeys(("extra", "mdx_configs", "validation"), "table"),
    **dict.fromkeys(("plugins", "markdown_extensions"), "list or table"),
    "theme": "text or table",
    **dict.fromkeys(("pages", "google_analytics"), "any"),
}
"""What each setting of MkDocs is."""

THEME: Mapping[str, str] = {
    **dict.fromkeys(("name", "custom_dir", "logo", "favicon", "language", "direction"), "text"),
    **dict.fromkeys(("features", "static_templates"), "list"),
    "icon": "table",
    "palette": "list or table",
}
"""What some options of Material for MkDocs are; a theme may have any others."""

OPTIONS: Mapping[str, Mapping[str, str]] = {
    "macros": {
        **dict.fromkeys(("modules", "include_yaml", "j2_extensions"), "list"),
        **dict.fromkeys(("render_by_default", "on_error_fail", "verbose"), "switch"),
        **dict.fromkeys(("module_name", "force_render_paths", "include_dir"), "text"),
        "on_undefined": "text",
        **dict.fromkeys(
            (
                f"j2_{part}_{end}_string"
                for part in ("block", "variable", "comment")
                for end in ("start", "end")
            ),
            "text",
        ),
    },
    "search": {
        "enabled": "switch",
        "lang": "text or list",
        "pipeline": "list",
        "fields": "table",
        **dict.fromkeys(("separator", "jieba_dict", "jieba_dict_user"), "text"),
        **dict.fromkeys(("indexing", "prebuild_index", "min_search_length"), "any"),
    },
}
"""The options of the plugins that come with the program, and what they are."""

_THEMES = ("material",)
"""The theme that the program's templates complete."""
_NEEDED = {"plugins": "macros", "hooks": "macros/engine/hooks.py"}
"""What lists of the program hold that no site can do without."""
_LEVELS = ("warn", "info", "ignore")
_VALIDATION: Mapping[str, tuple[str, ...]] = {
    "nav": ("omitted_files", "not_found", "absolute_links"),
    "links": ("not_found", "absolute_links", "unrecognized_links", "anchors"),
}
_EXPECTED = {
    "text": "một dòng chữ",
    "address": "một địa chỉ như https://ten-mien.vn/",
    "switch": "true hoặc false",
    "list": "danh sách, mỗi mục một dòng “- …”",
    "table": "các dòng “khóa: giá trị” thụt vào",
    "list or table": "danh sách, mỗi mục một dòng “- …”",
    "text or table": "các dòng “khóa: giá trị” thụt vào",
    "text or list": "một dòng chữ, hoặc danh sách [a, b]",
}
_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
_SWITCH = re.compile(r"(?i:true|false|yes|no|on|off)")
_NOT_TEXT = re.compile(r"(?i:true|false|yes|no|on|off)|[+-]?\d[\d_]*(?:\.\d*)?|\d{4}-\d\d-\d\d")


class Configuration:
    """The settings in `root`/mkdocs.yml, given as its `table` and the `lines` of the file."""

    def __init__(self, root: Path, table: Table, lines: list[str]) -> None:
        self.root = root
        self.table = table
        self.path = next(iter(table)).position.path if table else ""
        self.lines = lines

    def problems(self) -> Iterator[Problem]:
        """Yield what the build would refuse, or take for something else, at its line."""
        for key, node in self.table.items():
            kind = KINDS.get(key, "any") if key not in _FIXED else "any"
            if wrong := self._wrong_kind(key, node, kind):
                yield wrong
            elif key in _PATHS:
                yield from self._paths(key, node)
            elif key in _CHECKS:
                yield from _CHECKS[key](self, node)
        yield from self._replaced_lists()
        yield from missing_modules(self.path, self.lines)
        yield from missing_icons(self.table, tuple(self._folders()))
        inherited = self.table.get("INHERIT")
        if inherited == INHERITED and not (self.root / INHERITED).exists():
            message = f"“INHERIT” trỏ đến “{INHERITED}”, ở đó không có gì"
            remedy = "xóa dòng này: cài đặt của chương trình được dùng cả khi không có nó"
            yield Problem(inherited.position, message, remedy)

    def _replaced_lists(self) -> Iterator[Problem]:
        """Yield a problem for each list that replaces the program's and lacks what it needs."""
        if "INHERIT" not in self.table:
            return  # the site's lists are added to those of the program
        for key, needed in _NEEDED.items():
            node = self.table.get(key)
            given = {str(one): options for one, options in _named(node)} if node else {}
            if not isinstance(node, Items):
                continue
            if any(map(_refused, given)):
                continue  # reported by itself; without what is refused, there may be no list
            message = f"“{key}” ở đây thay cả danh sách của chương trình, mất “{needed}”"
            if needed not in given:
                remedy = f"thêm “{needed}” vào đầu danh sách"
                if key == "plugins":
                    remedy += f", cùng các tùy chọn của nó như trong {INHERITED}"
                yield Problem(node.position, message, remedy)
            elif key == "plugins" and not _set_up(given[needed]):
                message = f"“{needed}” ở đây thiếu các tùy chọn mà chương trình cần"
                yield Problem(node.position, message, f"chép mục “{needed}” từ {INHERITED}")

    def _wrong_kind(self, key: Text, node: Node, kind: str) -> Problem | None:
        if kind == "any" or self._tagged(key) or _is(node, kind):
            return None
        if kind in ("text", "address", "switch") and isinstance(node, Text):
            shown = node or "để trống"
            message = f"“{key}” là “{shown}”, không phải {_EXPECTED[kind]}"
            remedy = f'viết {key}: "{node}"' if kind == "text" else f"viết {_EXPECTED[kind]}"
        else:
            message = f"“{key}” không phải {_EXPECTED[kind]}"
            remedy = f"viết sau “{key}:” {_EXPECTED[kind]}"
            if isinstance(node, Text) and kind.startswith("list") and "\n" not in node:
                words = ", ".join(part for part in re.split(r"[,;\s]+", node) if part)
                remedy = f"viết {key}: [{words}]"
        return Problem(key.position, message, remedy)

    def _tagged(self, key: Text) -> bool:
        """Return whether the value has a tag (`!ENV`): only MkDocs knows what it stands for."""
        line = key.position.line
        return 0 < line <= len(self.lines) and ": !" in self.lines[line - 1]

    def _paths(self, key: str, node: Node) -> Iterator[Problem]:
        """Yield a problem for each path that leads out of the site's folder or to nothing."""
        for one in node if isinstance(node, Items) else [node]:
            if not isinstance(one, Text) or not one:
                continue
            folder = Path(os.path.normpath(self.root.absolute() / one))
            if not folder.is_relative_to(os.path.normpath(self.root.absolute())):
                message = f"“{key}” trỏ đến “{one}”, ngoài thư mục của trang"
                yield Problem(one.position, message, "chép vào thư mục của trang")
            elif not (self.root / one).exists():
                message = f"“{key}” trỏ đến “{one}”, ở đó không có gì"
                yield Problem(one.position, message, "sửa đường dẫn, hoặc xóa dòng này")

    def _hooks(self, node: Node) -> Iterator[Problem]:
        """Yield a problem for each hook that is no file of Python; it is read, not run."""
        yield from self._paths("hooks", node)
        for one in node if isinstance(node, Items) else ():
            path = self.root / str(one)
            if not isinstance(one, Text) or not path.exists():
                continue
            try:
                ast.parse(path.read_bytes())
            except OSError:
                message = f"“hooks” trỏ đến “{one}”, đó không phải tệp đọc được"
                yield Problem(one.position, message, "sửa đường dẫn thành một tệp .py")
            except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
                line = getattr(error, "lineno", None) or 1
                message = f"tệp Python “{one}” viết sai ở dòng {line}"
                yield Problem(one.position, message, "nhờ người viết tệp ấy sửa, hoặc xóa dòng này")

    def _assets(self, node: Node) -> Iterator[Problem]:
        """Yield a problem for each style, script or picture that no folder of the theme has."""
        for one in node if isinstance(node, Items) else [node]:
            path = one.get("path") if isinstance(one, Table) else one
            if not isinstance(path, Text):
                message = "mục này không có đường dẫn của tệp"
                position = next(iter(one)).position if isinstance(one, Table) and one else None
                if position:
                    yield Problem(position, message, "viết “path: assets/…”")
            elif _ADDRESS.match(path) or path.startswith("//"):
                message = f"“{path}” ở máy chủ khác: chính sách của trang không cho tải"
                yield Problem(path.position, message, "chép tệp vào overrides/assets/")
            elif not any((folder / path.partition("?")[0]).is_file() for folder in self._folders()):
                message = f"không thấy tệp “{path}” trong overrides/"
                yield Problem(path.position, message, "sửa đường dẫn, hoặc xóa dòng này")

    def _template(self, node: Node) -> Iterator[Problem]:
        for name in re.findall(r"\{(\w*)", str(node)):
            if name not in ("path", "path_noext"):
                message = f"không có chỗ trống nào tên “{{{name}}}”"
                yield Problem(node.position, message, "dùng {path} hoặc {path_noext}")

    def _unusable(self, node: Node) -> Iterator[Problem]:
        """Yield that a setting cannot be used: docs/ has no templates, and options go elsewhere."""
        if node:
            message = "không dùng được mục này"
            remedy = "xóa nó; khuôn trang đặt vào overrides/, tùy chọn ghi ngay dưới phần mở rộng"
            yield Problem(node.position, message, remedy)

    def _folders(self) -> Iterator[Path]:
        """Yield the folders that hold files of the theme: the site's own, and the program's."""
        theme = self.table.get("theme")
        own = theme.get("custom_dir") if isinstance(theme, Table) else None
        if isinstance(own, Text):
            yield self.root / own
        yield self.root / "docs"
        yield self.root / "overrides"
        yield PROGRAM / "overrides"
        found = find_spec("material")
        for folder in (found.submodule_search_locations or ()) if found else ():
            yield Path(folder, "templates")

    def _theme(self, node: Node) -> Iterator[Problem]:
        if isinstance(node, Text):
            yield from _unknown(node, "giao diện", _THEMES)
            return
        assert isinstance(node, Table)
        for option, value in node.items():
            if wrong := self._wrong_kind(option, value, THEME.get(option, "any")):
                yield wrong
            elif option == "static_templates":
                yield from self._assets(value)
            elif not isinstance(value, Text) or self._tagged(option):
                continue
            elif option == "name":
                # `null` is a theme of the site's own, all of it in custom_dir.
                if value not in ("null", "~", "") or "custom_dir" not in node:
                    yield from _unknown(value, "giao diện", _THEMES)
            elif option == "language":
                if value not in languages():
                    message = f"giao diện không có ngôn ngữ nào mang mã “{value}”"
                    yield Problem(
                        value.position, message, "viết vi cho tiếng Việt, en cho tiếng Anh"
                    )
            elif option == "custom_dir":
                yield from self._paths(option, value)
            elif option in ("logo", "favicon"):
                yield from self._assets(value)

    def _plugins(self, node: Node) -> Iterator[Problem]:
        for name, options in _named(node):
            known = {one.removeprefix("material/") for one in _entries("mkdocs.plugins")}
            wrong = list(_unknown(name, "phần mở rộng", known, stem="material/"))
            if reason := _refused(name):
                message = f"không dùng được “{name}”: {reason}"
                wrong = [Problem(name.position, message, "xóa mục này")]
            if name == "macros" and isinstance(node, Items) and self._adds_to_lists:
                message = "“macros” đã có trong cài đặt của chương trình, không ghi lần nữa được"
                wrong = [Problem(name.position, message, "xóa mục này")]
            yield from wrong
            kinds = OPTIONS.get(name.removeprefix("material/"))
            if wrong or kinds is None or not isinstance(options, Table):
                continue
            for option, value in options.items():
                if option not in kinds:
                    yield from _unknown(option, f"mục của “{name}”", kinds)
                elif problem := self._wrong_kind(option, value, kinds[option]):
                    yield problem
                else:
                    yield from self._modules(option, value)

    def _modules(self, option: Text, value: Node) -> Iterator[Problem]:
        """Yield a problem for each file or package that the macros plugin would not find."""
        if option not in ("module_name", "modules", "include_dir"):
            return
        for one in value if isinstance(value, Items) else [value]:
            if not isinstance(one, Text) or self._tagged(option):
                continue
            here = (self.root / one).is_dir() or (self.root / f"{one}.py").is_file()
            package = option == "modules" and is_module(one.partition(".")[0])
            if one and not here and not package:
                message = f"“{option}” trỏ đến “{one}”, ở đó không có gì"
                yield Problem(one.position, message, "sửa đường dẫn, hoặc xóa dòng này")

    @property
    def _adds_to_lists(self) -> bool:
        """Whether the site's lists are added to those of the program."""
        theme = self.table.get("theme")
        complete = isinstance(theme, Text) or (isinstance(theme, Table) and "name" in theme)
        return "INHERIT" not in self.table and not complete

    def _extensions(self, node: Node) -> Iterator[Problem]:
        known = _entries("markdown.extensions")
        for name, options in _named(node):
            if not may_extend(name) or (name not in known and not is_module(name)):
                yield from _unknown(name, "phần mở rộng của Markdown", known)
            elif isinstance(options, Items) or (isinstance(options, Text) and options):
                message = f"“{name}” không phải {_EXPECTED['table']}"
                yield Problem(name.position, message, f"xóa chữ sau “{name}:”")

    def _validation(self, node: Node) -> Iterator[Problem]:
        assert isinstance(node, Table)
        for part, levels in node.items():
            if part not in _VALIDATION and part not in _VALIDATION["links"]:
                yield from _unknown(part, "mục của “validation”", _VALIDATION)
            for option, level in levels.items() if isinstance(levels, Table) else ():
                names = _VALIDATION.get(part, ())
                yield from _unknown(option, f"mục của “{part}”", names)
                if option in names and isinstance(level, Text):
                    own = ("relative_to_docs",) if option == "absolute_links" else ()
                    yield from _unknown(level, "mức", (*_LEVELS, *own))


_PATHS = frozenset({"watch"})
_FIXED = ("INHERIT", "docs_dir", "site_dir", "use_directory_urls")
"""Settings that no site may change; `own_settings` reports them."""
_CHECKS: Mapping[str, Callable[[Configuration, Node], Iterator[Problem]]] = {
    "edit_uri_template": Configuration._template,
    "extra_templates": Configuration._unusable,
    "mdx_configs": Configuration._unusable,
    "hooks": Configuration._hooks,
    "theme": Configuration._theme,
    "extra_css": Configuration._assets,
    "extra_javascript": Configuration._assets,
    "plugins": Configuration._plugins,
    "markdown_extensions": Configuration._extensions,
    "validation": Configuration._validation,
}


def _is(node: Node, kind: str) -> bool:
    if isinstance(node, Items):
        return "list" in kind
    if isinstance(node, Table):
        return "table" in kind
    if kind == "address":
        return not node or bool(_ADDRESS.fullmatch(node))
    if kind == "switch":
        return not node.quoted and bool(_SWITCH.fullmatch(node))
    if not node and not node.quoted:
        return True  # no value: as if it were not there
    return "text" in kind and (node.quoted or not _NOT_TEXT.fullmatch(node))


def _refused(name: str) -> str | None:
    """Return why a plugin cannot be used, None if it can."""
    return REFUSED_PLUGINS.get(name.removeprefix("material/"))


def _set_up(options: Node | None) -> bool:
    """Return whether the macros plugin is told where the macros are."""
    return isinstance(options, Table) and "module_name" in options


def _named(node: Node) -> Iterator[tuple[Text, Node | None]]:
    """Yield the names in a list of plugins or extensions, each with its options."""
    for one in node if isinstance(node, Items) else [node]:
        if isinstance(one, Table):
            yield from one.items()
        elif isinstance(one, Text):
            yield one, None


def _unknown(
    name: Text, noun: str, known: Mapping[str, object] | set[str] | tuple[str, ...],
    *, stem: str = "",
) -> Iterator[Problem]:  # fmt: skip
    if name.removeprefix(stem) not in known:
        remedy = did_you_mean(name, known, f"dùng một trong: {listed(known)}")
        yield Problem(name.position, f"không có {noun} nào tên “{name}”", remedy)


def _entries(group: str) -> set[str]:
    """Return the names of the entry points of a group, such as `mkdocs.plugins`."""
    return {one.name for one in entry_points(group=group)}
