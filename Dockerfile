FROM node:24.20.0-bookworm-slim AS build
WORKDIR /forum
COPY . .
RUN npm ci --no-audit --no-fund && npm run build && npm prune --omit=dev

FROM node:24.20.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /forum
COPY --from=build --chown=node:node /forum/node_modules node_modules
COPY --from=build --chown=node:node /forum/libs libs
COPY --from=build --chown=node:node /forum/apps apps
RUN mkdir /data /heads && chown node:node /data /heads
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/ready').then(a => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/api/dist/server/main.js"]
