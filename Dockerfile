# Mozaïekbord in a container: built in one stage, run in another that holds only what runs. See docs/operations.md.
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && bash scripts/assemble.sh /app

FROM node:24-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
# The data is the user's own: /data is made here, so that a new volume takes over whose it is.
RUN mkdir /data && chown node:node /data && chmod 700 /data
WORKDIR /app
COPY --from=build /app ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "scripts/healthy.ts"]
# By itself, without a shell or npm in between: what tells it to stop reaches it.
CMD ["node", "--max-semi-space-size=2", "server/main.ts"]
