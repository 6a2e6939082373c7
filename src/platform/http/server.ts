import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { compressPage } from './compress';
import { secure, securityHeaders } from './security';

export interface ServerOptions {
  readonly https: boolean;
  readonly trustedProxies: readonly string[];
  /** Refuses requests when it cannot keep up. Tests that share their process with others leave it out. */
  readonly sheds: boolean;
}

const shedWhenBusy = (server: FastifyInstance) =>
  server.register(underPressure, {
    maxEventLoopDelay: 2_000,
    retryAfter: 10,
    pressureHandler: (_request, reply) => {
      reply.code(503).header('retry-after', '10').type('text/plain; charset=utf-8');
      reply.send('Het is nu erg druk. Probeer het over 10 seconden opnieuw.\n');
    },
  });

/** A server with what every page needs: cookies, forms, compression, headers, shedding when it cannot keep up. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    bodyLimit: 256 * 1024,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 30_000,
    // An address that cannot be decoded never reaches a hook.
    frameworkErrors: (_error, _request, given) => {
      const reply = given as unknown as FastifyReply;
      reply.code(400).headers(securityHeaders(options)).type('text/plain; charset=utf-8');
      return reply.send('Deze aanvraag klopt niet.\n');
    },
  });
  if (options.sheds) await shedWhenBusy(server);
  await server.register(cookie);
  // Pages send forms and nothing else: what is never read cannot be misread.
  server.removeAllContentTypeParsers();
  await server.register(formbody);
  server.addHook('onSend', compressPage);
  secure(server, options);
  return server;
}
