# Fonts and the map come from npm; node itself does not go along.
FROM node:22.20.0-slim AS lettertypen
WORKDIR /site
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund

# Caddy as somebody without rights. Its folders are his: a new volume belongs to who owns the folder in the image.
FROM caddy:2.10.2 AS caddy
RUN mkdir -p /data /config && chown -R 10001:10001 /data /config
COPY kennisplatform/beheer/installatie/Caddyfile /etc/caddy/Caddyfile
USER 10001:10001

FROM python:3.11.14-slim-bookworm
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 VAR_MAP=/var/lib/kennisplatform BIND=0.0.0.0:8000 HOME=/tmp
# What draws the PDF of a plan. A folder is made for each volume, so that a new one belongs to who writes in it.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --gid 10001 site && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /tmp site \
 && install -d -o site -g site "$VAR_MAP" /var/lib/kopieen
WORKDIR /site
COPY requirements.txt ./
RUN pip install --no-cache-dir --compile --require-hashes -r requirements.txt
COPY . .
COPY --from=lettertypen /site/node_modules node_modules
RUN python -m compileall -q kennisplatform menukaart zorgpaden leernetwerk
USER 10001:10001
VOLUME ["/var/lib/kennisplatform", "/var/lib/kopieen"]
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --retries=4 --start-period=120s CMD ["python", "-m", "kennisplatform.beheer.leeft"]
# First, once: `python manage.py klaarzetten` (compose.yaml does).
CMD ["gunicorn", "-c", "kennisplatform/beheer/dienst.py", "kennisplatform.wsgi"]
