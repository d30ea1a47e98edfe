#!/usr/bin/env bash
# PostgreSQL, Redis and Elasticsearch without containers, on loopback, all of it in the ignored folder .diensten/.
# Another port: PG_POORT, REDIS_POORT, ES_POORT. Stop ends what start started, nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."

WORTEL=$PWD
MAP=$WORTEL/.diensten
ES=$MAP/elasticsearch
PG_POORT=${PG_POORT:-55432}
REDIS_POORT=${REDIS_POORT:-56379}
ES_POORT=${ES_POORT:-59200}

mkdir -p "$MAP"
# One at a time; the lock is let go of before a service could inherit it.
if [ -z "${DIENSTEN_SLOT:-}" ] && command -v flock >/dev/null; then
  DIENSTEN_SLOT=1 exec flock --close "$MAP/slot" "$0" "$@"
fi

zeg() { echo "diensten: $*"; }
stop_met() { echo "diensten: $*" >&2; exit 1; }

is_root() { [ "$(id -u)" = 0 ]; }

installeer() { # package for each missing command; false when it can't be had
  if ! is_root; then
    zeg "$* ontbreekt. Installeer dit eerst (Debian: sudo apt-get install $*)." >&2
    return 1
  fi
  zeg "$* installeren …"
  if [ -z "${APT_BIJ:-}" ]; then
    apt-get update -qq >"$MAP/apt.log" 2>&1 || true
    APT_BIJ=1
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>"$MAP/apt.log" 2>&1 || {
    zeg "$* kon niet worden geïnstalleerd; zie .diensten/apt.log" >&2
    return 1
  }
}

wacht_op() { # seconds, command…
  local einde=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $einde ] || return 1
    sleep 0.3
  done
}

bezet() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

leeft() { # name, a word that its command line holds: a pid may have gone to somebody else since
  local pid
  pid=$(cat "$MAP/$1.pid" 2>/dev/null) || return 1
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null && ps -o args= -p "$pid" | grep -qF -- "$2"
}

# ---- PostgreSQL: refuses to run as root, so root hands it to the user postgres

pg_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }

als_pg() { if is_root; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

pg_map() { # a checkout under /root can't be entered by postgres: then its cluster lives in a temporary folder
  if [ ! -s "$MAP/pg.map" ] || [ ! -d "$(cat "$MAP/pg.map")" ]; then
    local plek=$MAP/pg
    mkdir -p "$plek"
    if is_root; then
      chown postgres "$plek"
      als_pg test -w "$plek" 2>/dev/null || { plek=$(mktemp -d); chown postgres "$plek"; }
    fi
    echo "$plek" >"$MAP/pg.map"
  fi
  cat "$MAP/pg.map"
}

pg_leeft() {
  [ -s "$MAP/pg.map" ] && [ -n "$(pg_bin)" ] && als_pg "$(pg_bin)/pg_ctl" -s -D "$(cat "$MAP/pg.map")/data" status >/dev/null 2>&1
}

pg_nieuw() { # folder
  (umask 077; od -An -tx1 -N18 /dev/urandom | tr -d ' \n' >"$MAP/pg.geheim")
  als_pg chmod 700 "$1"
  als_pg tee "$1/geheim" <"$MAP/pg.geheim" >/dev/null
  als_pg "$(pg_bin)/initdb" -D "$1/data" -U kennis --auth=scram-sha-256 --pwfile="$1/geheim" -E UTF8 --locale=C.UTF-8 \
    >"$MAP/initdb.log" 2>&1 || stop_met "PostgreSQL kon geen database maken; zie .diensten/initdb.log"
  als_pg rm "$1/geheim"
  echo "include 'eigen.conf'" | als_pg tee -a "$1/data/postgresql.conf" >/dev/null
}

pg_instellingen() { # folder; a socket's path may not pass 107 bytes
  local socket=$1
  [ ${#socket} -lt 90 ] || socket=
  als_pg tee "$1/data/eigen.conf" >/dev/null <<CONF
port = $PG_POORT
listen_addresses = '127.0.0.1'
unix_socket_directories = '$socket'
max_connections = 60
# Made for tests and hand work: speed matters, a power cut doesn't.
fsync = off
synchronous_commit = off
full_page_writes = off
CONF
}

pg_start() {
  [ -n "$(pg_bin)" ] || installeer postgresql || stop_met "zonder PostgreSQL gaat het niet verder"
  if pg_leeft; then zeg "PostgreSQL draait al"; return; fi
  bezet "$PG_POORT" && stop_met "poort $PG_POORT is bezet; kies een andere met PG_POORT=…"
  local plek
  plek=$(pg_map)
  als_pg test -f "$plek/data/PG_VERSION" || pg_nieuw "$plek"
  pg_instellingen "$plek"
  als_pg "$(pg_bin)/pg_ctl" -s -w -t 60 -D "$plek/data" -l "$plek/log" start || stop_met "PostgreSQL start niet; zie $plek/log"
  export PGPASSWORD
  PGPASSWORD=$(cat "$MAP/pg.geheim")
  local psql=("$(pg_bin)/psql" -qAt -h 127.0.0.1 -p "$PG_POORT" -U kennis -d postgres)
  [ -n "$("${psql[@]}" -c "SELECT 1 FROM pg_database WHERE datname = 'kennis'")" ] || "${psql[@]}" -c "CREATE DATABASE kennis"
  zeg "PostgreSQL op 127.0.0.1:$PG_POORT"
}

pg_stop() {
  pg_leeft || return 0
  als_pg "$(pg_bin)/pg_ctl" -s -w -t 60 -m fast -D "$(cat "$MAP/pg.map")/data" stop
  zeg "PostgreSQL gestopt"
}

# ---- Redis: a cache, so nothing is written to disk

redis_vraag() { redis-cli -h 127.0.0.1 -p "$REDIS_POORT" "$@"; }

redis_start() {
  command -v redis-server >/dev/null || installeer redis-server || stop_met "zonder Redis gaat het niet verder"
  if leeft redis redis-server; then zeg "Redis draait al"; return; fi
  bezet "$REDIS_POORT" && stop_met "poort $REDIS_POORT is bezet; kies een andere met REDIS_POORT=…"
  mkdir -p "$MAP/redis"
  redis-server --bind 127.0.0.1 --port "$REDIS_POORT" --save '' --appendonly no --dir "$MAP/redis" --maxmemory 256mb \
    --maxmemory-policy allkeys-lru --daemonize yes --pidfile "$MAP/redis.pid" --logfile "$MAP/redis/log" >/dev/null
  wacht_op 20 redis_vraag ping || stop_met "Redis start niet; zie .diensten/redis/log"
  zeg "Redis op 127.0.0.1:$REDIS_POORT"
}

einde() { # name, word in its command line, name for people
  leeft "$1" "$2" || return 0
  local pid
  pid=$(cat "$MAP/$1.pid")
  kill "$pid"
  wacht_op 30 eval "! kill -0 $pid" || kill -9 "$pid"
  rm -f "$MAP/$1.pid"
  zeg "$3 gestopt"
}

# ---- Elasticsearch: the server as Maven artifacts, see .ci/elasticsearch/

es_versie() { sed -n 's:.*<elasticsearch.version>\(.*\)</.*:\1:p' .ci/elasticsearch/pom.xml; }

es_haal() { # the netty jars belong to the module and may not stand on the class path as well
  local versie module=$ES/home/modules/transport-netty4
  versie=$(es_versie)
  [ "$(cat "$ES/versie" 2>/dev/null)" = "$versie" ] && return 0
  zeg "Elasticsearch $versie ophalen (eenmalig, 40 MB) …"
  rm -rf "$ES/lib" "$ES/home/modules"
  mkdir -p "$ES/lib" "$module" "$ES"/home/{plugins,config,data}
  timeout 300 mvn -q -B -f .ci/elasticsearch/pom.xml dependency:copy-dependencies -DoutputDirectory="$ES/lib" \
    >"$ES/maven.log" 2>&1 || return 1
  mv "$ES"/lib/netty-* "$ES"/lib/transport-netty4-* "$module/"
  sed "s/{versie}/$versie/" .ci/elasticsearch/plugin-descriptor.properties >"$module/plugin-descriptor.properties"
  echo "$versie" >"$ES/versie"
}

es_gereed() {
  python3 -c "import sys, urllib.request as u
u.build_opener(u.ProxyHandler({})).open(sys.argv[1] + '/_cluster/health?wait_for_status=yellow&timeout=2s', timeout=4)" \
    "http://127.0.0.1:$ES_POORT"
}

es_start() { # false: no Elasticsearch here, the rest goes on
  if leeft elasticsearch "$ES"; then zeg "Elasticsearch draait al"; return; fi
  command -v java >/dev/null || installeer openjdk-17-jdk-headless || return 1
  command -v mvn >/dev/null || installeer maven || return 1
  es_haal || { zeg "Maven kon Elasticsearch niet ophalen; zie .diensten/elasticsearch/maven.log" >&2; return 1; }
  if bezet "$ES_POORT"; then zeg "poort $ES_POORT is bezet; kies een andere met ES_POORT=…" >&2; return 1; fi
  cp .ci/elasticsearch/log4j2.properties "$ES/home/config/"
  setsid nohup java -Xms512m -Xmx512m -Dlog4j2.configurationFile="$ES/home/config/log4j2.properties" -cp "$ES/lib/*" \
    .ci/elasticsearch/Start.java "$ES/home" "$ES_POORT" $((ES_POORT + 100)) >"$ES/log" 2>&1 </dev/null &
  echo $! >"$MAP/elasticsearch.pid"
  if ! wacht_op 90 es_gereed; then
    zeg "Elasticsearch start niet; zie .diensten/elasticsearch/log" >&2
    einde elasticsearch "$ES" Elasticsearch
    return 1
  fi
  zeg "Elasticsearch op 127.0.0.1:$ES_POORT"
}

# ----

schrijf_omgeving() { # met | zonder Elasticsearch
  rm -f "$MAP/omgeving"
  (umask 077; : >"$MAP/omgeving")
  {
    echo "export DATABASE_URL=postgres://kennis:$(cat "$MAP/pg.geheim")@127.0.0.1:$PG_POORT/kennis"
    echo "export CACHE_URL=redis://127.0.0.1:$REDIS_POORT/0"
    [ "$1" = met ] && echo "export ZOEK_URL=http://127.0.0.1:$ES_POORT" || true
  } >"$MAP/omgeving"
}

status() {
  pg_leeft && zeg "PostgreSQL draait" || zeg "PostgreSQL draait niet"
  leeft redis redis-server && zeg "Redis draait" || zeg "Redis draait niet"
  leeft elasticsearch "$ES" && zeg "Elasticsearch draait" || zeg "Elasticsearch draait niet"
}

case "${1:-} ${2:-}" in
  "start postgres") pg_start ;;
  "start redis") redis_start ;;
  "start elasticsearch") es_start ;;
  "stop postgres") pg_stop ;;
  "stop redis") einde redis redis-server Redis ;;
  "stop elasticsearch") einde elasticsearch "$ES" Elasticsearch ;;
  "start ")
    pg_start
    redis_start
    if es_start; then schrijf_omgeving met; else
      zeg "LET OP: geen Elasticsearch op deze machine. PostgreSQL en Redis draaien wel; ZOEK_URL is niet gezet." >&2
      schrijf_omgeving zonder
    fi
    ;;
  "stop ")
    einde elasticsearch "$ES" Elasticsearch
    einde redis redis-server Redis
    pg_stop
    rm -f "$MAP/omgeving"
    ;;
  "status ") status ;;
  *) stop_met "gebruik: .ci/diensten.sh start|stop [postgres|redis|elasticsearch], of status" ;;
esac
