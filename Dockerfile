# The service in an image: Node 24 from the base image, packages by npm ci, nothing built, nothing run as root.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY config/own-node.mjs config/own-node.mjs
# The image has its own Node; the one that npm brings for older machines would only add 190 MB.
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-* node_modules/.bin/node

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 HEALTH_PORT=8081 DATA_DIR=/data
# Else each of some ten threads keeps a heap of its own of what it has let go: a hundred megabytes and more.
ENV MALLOC_ARENA_MAX=2
# Said once, it stays as small as this: what is let go goes back to the system instead of being kept for a next time.
ENV MALLOC_TRIM_THRESHOLD_=131072
COPY --from=packages /app/node_modules node_modules
COPY . .
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
# A worker listens for this only.
HEALTHCHECK --start-period=60s --interval=10s --timeout=5s \
  CMD ["node", "-e", "const { ROLE, PORT, HEALTH_PORT } = process.env; fetch(`http://127.0.0.1:${ROLE === 'worker' ? HEALTH_PORT : PORT}/readyz`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# npm would stand between the container and the service and keep the stop signal to itself.
# A heap that may take gigabytes takes them before it looks what it no longer needs; what is needed is a third of this.
# Four threads that tidy it up would, on a machine of two cores, stand in the way of those who look at a wall.
CMD ["node", "--max-old-space-size=384", "--max-semi-space-size=8", "--v8-pool-size=1", "--import", "./config/runtime.mjs", "main.ts"]
