#!/usr/bin/env bash
# Prepares .venv for one of the two locks, or the browser that the tests drive.
#   scripts/setup.sh site|test|browser
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
  stamp=".venv/.$1-$(git hash-object "$lock")"
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

# One setup at a time: two would write the same folder.
if [[ ${SETUP_LOCKED:-} != 1 ]] && command -v flock >/dev/null; then
  mkdir -p .cache
  SETUP_LOCKED=1 exec flock .cache/setup.lock "$0" "$@"
fi

case "${1:-}" in
  site | test) install_lock "$1" ;;
  browser) ensure_browser ;;
  *) fail "cách dùng: scripts/setup.sh site|test|browser" ;;
esac
