# syntax=docker/dockerfile:1

# ---- Everything that is needed to build. ----
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
# Install scripts stay off: native parts come as platform packages.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/build.ts \
  # Links beside the libraries of the embedded database, which the user of the image could not write.
  && node --input-type=module -e "import { preparePostgresBinaries } from './scripts/postgres/binaries.ts'; await preparePostgresBinaries();" \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  # The image brings its own Node.
  && rm -rf .next/cache node_modules/node-linux-* \
  && touch .built-into-image

# ---- What runs: one image for web, worker and the commands. ----
FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data PORT=3000
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=root:root /app /app
USER node
VOLUME /data
EXPOSE 3000
# For the web process; compose.yaml switches it off for workers, which tell their heartbeat through the database.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/livez`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Web, worker and, without DATABASE_URL, a database of its own in /data. Compose starts web and worker apart.
CMD ["node", "scripts/supervisor.ts"]
