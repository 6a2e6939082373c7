import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Provider from 'oidc-provider';
import { asset } from './assets';
import { withoutSession } from './provider';

export type PageRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  form: URLSearchParams;
  raw: { req: IncomingMessage; res: ServerResponse };
};

/** What a page gives: html, a way on, or 'sent' when the provider has answered itself. */
export type Reply = { status?: number; html: string } | { redirect: string } | 'sent';

/** A simulator's own pages. Undefined: not one of them, so for the provider. */
export type Pages = (request: PageRequest) => Promise<Reply | undefined>;

export type Listening = { port: number; serve(handler: Handler): void; close(): Promise<void> };
type Handler = (req: IncomingMessage, res: ServerResponse) => void;

const LARGEST_FORM = 10_000;

/** Takes a port on this machine only (0: a free one) before there is anything to serve: an issuer contains its port. */
export async function listen(port: number): Promise<Listening> {
  let handler: Handler = (_req, res) => res.writeHead(503).end();
  const server: Server = createServer((req, res) => handler(req, res));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve(next) {
      handler = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Styles first, then the simulator's pages, then the provider's protocol. */
export function handlerOf(options: {
  provider: Provider;
  pages: Pages;
  clientFolder: string;
  /** Origins that a form's answer may lead to. */
  portals: readonly string[];
  log(line: string): void;
}): Handler {
  const protocol = options.provider.callback();
  const policy = `default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ${options.portals.join(' ')}`;
  const answer: Handler = async (req, res) => {
    res.setHeader('content-security-policy', policy);
    res.setHeader('x-content-type-options', 'nosniff');
    res.setHeader('referrer-policy', 'no-referrer');
    const cookies = withoutSession(req.headers.cookie);
    if (cookies === undefined) delete req.headers.cookie;
    else req.headers.cookie = cookies;
    const url = new URL(req.url ?? '/', 'http://simulator');
    if (url.pathname.startsWith('/assets/')) return sendAsset(res, options.clientFolder, url.pathname);
    const isPage = /^\/(interactie|telefoon)(\/|$)/.test(url.pathname) || url.pathname === '/';
    if (!isPage) return protocol(req, res);
    const form = await readForm(req);
    const { pathname: path, searchParams: query } = url;
    const reply = await options.pages({ method: req.method ?? 'GET', path, query, form, raw: { req, res } });
    if (reply !== 'sent') send(res, reply ?? { status: 404, html: '' });
  };
  return (req, res) => {
    Promise.resolve(answer(req, res)).catch((error: unknown) => {
      options.log(`page ${req.url?.split('?')[0]}: ${error instanceof Error ? error.message : 'failed'}`);
      if (!res.headersSent) res.writeHead(500);
      res.end();
    });
  };
}

function send(res: ServerResponse, reply: Exclude<Reply, 'sent'>): void {
  res.setHeader('cache-control', 'no-store');
  if ('redirect' in reply) res.writeHead(303, { location: reply.redirect }).end();
  else res.writeHead(reply.status ?? 200, { 'content-type': 'text/html; charset=utf-8' }).end(reply.html);
}

function sendAsset(res: ServerResponse, clientFolder: string, path: string): void {
  const found = asset(clientFolder, path);
  if (!found) return void res.writeHead(404).end();
  res.writeHead(200, { 'content-type': found.type }).end(found.body);
}

async function readForm(req: IncomingMessage): Promise<URLSearchParams> {
  if (req.method !== 'POST') return new URLSearchParams();
  let text = '';
  for await (const chunk of req.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > LARGEST_FORM) throw new Error('form too large');
  }
  return new URLSearchParams(text);
}
