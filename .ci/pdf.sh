#!/usr/bin/env bash
# What a PDF of a plan needs beside our packages: Pango. Without it the site works, offers pages to print, and says so.
set -uo pipefail
NODIG="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
aanwezig() { "$1" -c 'import ctypes; [ctypes.CDLL(n) for n in ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")]' 2>/dev/null; }
PY=${1:-python3}
[ "$(uname)" = Linux ] || exit 0
aanwezig "$PY" && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  (timeout 120 apt-get update -qq; DEBIAN_FRONTEND=noninteractive timeout 120 apt-get install -y -qq --no-install-recommends $NODIG) >/dev/null 2>&1
fi
aanwezig "$PY" || echo "PDF’s van plannen kunnen nog niet: installeer Pango (Debian: sudo apt-get install $NODIG). De site werkt zonder, met bladzijden om af te drukken."
exit 0
