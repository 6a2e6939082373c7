/** The web process. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { house } from './app';
import { demoRooms } from './demo-rooms';
import { mountGallery } from './gallery';
import { mount, type Program } from './house';
import { houseStyles, markSvg, themeCss, themePath } from './organisations/house-style';
import type { Config } from './platform/config';
import { createServer } from './platform/http';
import type { Service } from './platform/process';
import { errorCode, StartProblem } from './platform/process';
import { openProgram } from './program';
import { clientFolder } from './ui';

const POLICY_REFRESH_MS = 15_000;
const YEAR = 'public, max-age=31536000, immutable';

/** Serves the portal. Rejects with a sentence when the port is taken or the database does not fit. */
export async function startWeb(config: Config): Promise<Service> {
  const program = await openProgram(config);
  const server = await buildServer(program);
  const refresh = setInterval(() => {
    program.organisations.refresh().catch((err: unknown) => program.log.error({ err }, 'policies could not be read'));
  }, POLICY_REFRESH_MS);
  try {
    await server.listen({ host: config.listen.host, port: config.listen.port });
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE') throw error;
    throw new StartProblem(`Port ${config.listen.port} is in use. Choose another one with INZAGE_PORT.`);
  }
  return {
    async close() {
      clearInterval(refresh);
      server.server.closeAllConnections();
      await server.close();
      await program.close();
    },
  };
}

/** The server with everything mounted, not listening yet: tests use it as it is. */
export async function buildServer(program: Program, { sheds = true } = {}): Promise<FastifyInstance> {
  const { config } = program;
  const https = config.mode === 'production';
  const server = await createServer({ https, trustedProxies: config.trustedProxies, sheds });
  await serveAssets(server);
  server.get('/.well-known/jwks.json', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(await program.keys.publicJwks()),
  );
  server.get('/gezond', async () => ({ ok: true }));
  mount(server, program, config.mode === 'production' ? house : [...house, ...demoRooms]);
  if (config.mode !== 'production') mountGallery(server, program.organisations);
  return server;
}

async function serveAssets(server: FastifyInstance): Promise<void> {
  const root = join(clientFolder(), 'assets');
  if (existsSync(root))
    await server.register(async (assets) => {
      await assets.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
      await assets.register(fastifyStatic, {
        root,
        prefix: '/assets/',
        index: false,
        cacheControl: false,
        setHeaders: (response) => response.header('cache-control', YEAR),
      });
    });
  for (const [slug, style] of Object.entries(houseStyles)) {
    server.get(themePath(slug, style), (_request, reply) =>
      reply.header('cache-control', YEAR).type('text/css; charset=utf-8').send(themeCss(style)),
    );
    server.get(`/assets/mark-${slug}.svg`, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(markSvg(style)),
    );
  }
}
