# Fonts and the map come from npm; node itself does not go along.
FROM node:22-slim AS lettertypen
WORKDIR /site
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund

FROM python:3.11-slim
ENV PYTHONUNBUFFERED=1 VAR_MAP=/var/lib/kennisplatform WORKERS=2
RUN useradd --system --no-create-home site && install -d -o site "$VAR_MAP"
WORKDIR /site
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
COPY --from=lettertypen /site/node_modules node_modules
USER site
VOLUME /var/lib/kennisplatform
EXPOSE 8000
# Asked under the site's own name: any other is refused.
HEALTHCHECK --interval=15s --timeout=5s --start-period=180s CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(u.Request('http://127.0.0.1:8000/healthz', headers={'Host': os.environ['ALLOWED_HOSTS'].split(',')[0].strip().lstrip('.')}), timeout=4)"]
CMD ["sh", "-c", "python manage.py klaarzetten && exec gunicorn kennisplatform.wsgi --bind 0.0.0.0:8000 --no-control-socket --workers $WORKERS --worker-class gthread --threads 4 --limit-request-line 8190 --worker-tmp-dir /dev/shm --max-requests 5000 --max-requests-jitter 500 --access-logfile - --access-logformat '%(m)s %(U)s %(s)s %(M)sms'"]
