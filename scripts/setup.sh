#!/usr/bin/env bash
# Installs what a command needs: .venv from one of the locks (site, test, pdf, word), the libraries of the
# book (book, press), what the tests run (browser, java, epubcheck, node), other search engines to
# compare with (peers), what reads .doc and .rtf (office), and what reads scans (ocr).
#   scripts/setup.sh site|test|browser|java|book|press|epubcheck|word|node|peers|pdf|office|ocr
#   scripts/setup.sh document FILE [install]
# Safe to call again, and from two commands at once: a stamp named after the lock's content says
# what is already there.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
  printf 'lỗi: %s\n' "$1" >&2
  exit 1
}

# Prints the first Python on this machine that is new enough.
find_python() {
  local name
  for name in "${PYTHON:-python3}" python3.13 python3.12 python3.11 python3.14; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      printf '%s\n' "$name"
      return
    fi
  done
  fail "cần Python 3.11 trở lên → cài gói python3 (Debian 12, Ubuntu 24.04 trở lên) hoặc đặt PYTHON=đường-dẫn"
}

ensure_venv() {
  if .venv/bin/python -c 'import pip' 2>/dev/null; then return; fi
  local python
  python=$(find_python)
  "$python" -c 'import ensurepip' 2>/dev/null ||
    fail "Python trên máy thiếu mô-đun venv → cài gói python3-venv (Debian, Ubuntu)"
  "$python" -m venv --clear .venv
}

install_lock() {
  local lock="requirements/$1.txt" stamp
  stamp=".venv/.$1-$(cksum <"$lock" | tr ' ' -)"
  if [[ -e $stamp ]]; then return; fi
  ensure_venv
  echo "Cài thư viện trong $lock …"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" ||
    fail "không cài được thư viện trong $lock → xem dòng báo của pip ở trên; kiểm tra đường mạng rồi chạy lại"
  rm -f ".venv/.$1-"*
  touch "$stamp"
}

# The tests drive Debian's Chromium: CHROMIUM names another one.
ensure_browser() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [[ -n $name ]] && command -v "$name" >/dev/null; then return; fi
  done
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    echo "Cài trình duyệt chromium …"
    apt-get update --quiet=2 >/dev/null || true
    if DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends chromium >/dev/null; then
      return
    fi
  fi
  fail "thiếu trình duyệt để kiểm thử → cài gói chromium (Debian: sudo apt-get install chromium) hoặc đặt CHROMIUM=đường-dẫn"
}

# The Nu HTML checker comes with the Python packages of the tests; Java does not.
ensure_java() {
  if command -v java >/dev/null; then return; fi
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    echo "Cài Java (default-jre-headless) …"
    apt-get update --quiet=2 >/dev/null || true
    if DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends default-jre-headless >/dev/null; then
      return
    fi
  fi
  fail "thiếu Java để soát HTML → cài gói default-jre-headless (Debian: sudo apt-get install default-jre-headless)"
}

# Installs Debian packages, or says which are missing and what they are for.
install_packages() {
  local what="$1"
  shift
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    echo "Cài $* …"
    apt-get update --quiet=2 >/dev/null || true
    if DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends "$@" >/dev/null; then
      return
    fi
  fi
  fail "thiếu thư viện để $what → cài các gói $* (Debian: sudo apt-get install $*)"
}

# WeasyPrint sets text with Pango and subsets fonts with HarfBuzz. The font for Hán-Nôm may be
# missing: a book that has such letters then warns of it.
ensure_book() {
  if [[ ! -e /usr/share/fonts/truetype/hanazono/HanaMinA.ttf ]]; then
    (install_packages "in chữ Hán-Nôm" fonts-hanazono) 2>/dev/null || true
  fi
  if .venv/bin/python -c 'import weasyprint' 2>/dev/null && ldconfig -p | grep -q libharfbuzz-subset; then return; fi
  install_packages "dựng sách" libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
}

# A colour profile of four inks, used until the press has sent its own.
ensure_press() {
  if [[ -e /usr/share/color/icc/ghostscript/default_cmyk.icc ]]; then return; fi
  install_packages "dựng tệp cho nhà in" libgs-common
}

# The tests check the books with EPUBCheck, and read their pages with Poppler.
ensure_epubcheck() {
  if [[ -e /usr/bin/epubcheck ]] && command -v pdftotext >/dev/null; then return; fi
  install_packages "soát sách" epubcheck poppler-utils
}

# What checks the scripts of the site runs on Node.js; a reader's browser gets none of it.
ensure_node() {
  local stamp
  if ! command -v npm >/dev/null || ! node -e 'process.exit(+(parseInt(process.versions.node) < 18))' 2>/dev/null; then
    install_packages "kiểm các tệp JavaScript" nodejs npm
  fi
  stamp="node_modules/.lock-$(cksum <package-lock.json | tr ' ' -)"
  if [[ -e $stamp ]]; then return; fi
  echo "Cài công cụ trong package-lock.json …"
  npm ci --silent ||
    fail "không cài được công cụ trong package-lock.json → xem dòng báo của npm ở trên; kiểm tra đường mạng rồi chạy lại"
  touch "$stamp"
}

# Reads .doc and .rtf for make source, on request: 259 MB.
ensure_office() {
  if command -v soffice >/dev/null || command -v libreoffice >/dev/null; then return; fi
  install_packages "đọc .doc và .rtf" libreoffice-writer-nogui
}

# Recognises the letters of scans for make source, on request: 24 MB.
ensure_ocr() {
  if command -v tesseract >/dev/null && tesseract --list-langs 2>/dev/null | grep -qx vie; then return; fi
  install_packages "nhận dạng bản quét" tesseract-ocr tesseract-ocr-vie
}

# What make source needs for a document: $1 its name, $2 whether Debian programs may be installed.
ensure_for_document() {
  local name="${1,,}"
  case $name in *.pdf | *.png | *.jpg | *.jpeg | *.tif | *.tiff) install_lock pdf ;; esac
  if [[ -z ${2:-} ]]; then return; fi
  case $name in
    *.pdf | *.png | *.jpg | *.jpeg | *.tif | *.tiff) ensure_ocr ;;
    *.doc | *.rtf) ensure_office ;;
  esac
}

# What make relevance compares the search with, on request; apart from the project's own packages.
ensure_peers() {
  local stamp folder=.cache/peers
  ensure_node
  stamp="$folder/.lock-$(git hash-object scripts/relevance/npm/package-lock.json)"
  if [[ -e $stamp ]]; then return; fi
  mkdir -p "$folder"
  cp scripts/relevance/npm/package.json scripts/relevance/npm/package-lock.json "$folder"
  npm ci --silent --prefix "$folder" ||
    fail "không cài được các công cụ tìm kiếm để so sánh → xem dòng báo của npm ở trên; kiểm tra đường mạng rồi chạy lại"
  touch "$stamp"
}

# The program trusts what it finds in these folders (compiled templates, checked pictures, programs),
# so they must be made on this machine and never come with the repository.
foreign=$(git ls-files -- .cache .venv node_modules 2>/dev/null | head -n 1 || true)
if [[ -n $foreign ]]; then
  fail "$foreign nằm trong kho Git, mà thư mục ấy chỉ để máy này tự làm ra → git rm -r --cached $foreign rồi xóa thư mục; xem ai đã gửi tệp ấy"
fi

# One setup at a time: two would write the same folder.
if [[ ${SETUP_LOCKED:-} != 1 ]] && command -v flock >/dev/null; then
  mkdir -p .cache
  SETUP_LOCKED=1 exec flock .cache/setup.lock "$0" "$@"
fi

case "${1:-}" in
  site | test | pdf | word) install_lock "$1" ;;
  browser) ensure_browser ;;
  java) ensure_java ;;
  book) ensure_book ;;
  press) ensure_press ;;
  epubcheck) ensure_epubcheck ;;
  node) ensure_node ;;
  peers) ensure_peers ;;
  office) ensure_office ;;
  ocr) ensure_ocr ;;
  document) ensure_for_document "${2:-}" "${3:-}" ;;
  *) fail "cách dùng: scripts/setup.sh site|test|browser|java|book|press|epubcheck|word|node|peers|pdf|office|ocr" ;;
esac
