/** What a visit costs on the line: everything that the first page pulls in, compressed, and a later page. */
import { Agent, get } from 'node:http';
import { atMost, type Line } from './report';
import { send } from './traffic';

interface Place {
  readonly port: number;
  readonly host: string;
}

function html(place: Place, path: string, cookie: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { host: place.host, cookie, 'accept-language': 'nl' };
    get({ host: '127.0.0.1', port: place.port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    }).on('error', reject);
  });
}

/** Addresses of what a page loads; fonts that a stylesheet names are loaded only when used, the preloaded one always is. */
function assetsOf(page: string): string[] {
  const found = [...page.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map(([, path]) => path ?? '');
  return [...new Set(found)];
}

/** What a script loads in turn. */
const importsOf = (script: string): string[] =>
  [...script.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)].map(([, file]) => `/assets/${file}`);

async function firstVisit(place: Place, path: string, cookie: string) {
  const agent = new Agent();
  const sizes = new Map<string, number>();
  const paths = [path, ...assetsOf(await html(place, path, cookie))];
  for (const asset of paths) {
    sizes.set(asset, (await send(agent, { ...place, path: asset }, cookie)).bytes);
    if (asset.endsWith('.js'))
      paths.push(...importsOf(await html(place, asset, cookie)).filter((path) => !sizes.has(path)));
  }
  agent.destroy();
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  const scripts = [...sizes].filter(([name]) => name.endsWith('.js')).reduce((sum, [, bytes]) => sum + bytes, 0);
  return { total, scripts, page: sizes.get(path) ?? 0 };
}

export async function weigh(place: Place, cookie: string): Promise<Line[]> {
  const overview = await firstVisit(place, '/overzicht', cookie);
  const results = await firstVisit(place, '/uitslagen', cookie);
  const rtl = await firstVisit(place, '/overzicht', `${cookie}; taal=x-rtl`);
  const kB = (bytes: number) => bytes / 1000;
  return [
    atMost('first visit, all compressed', kB(overview.total), 60, 'kB', 1),
    atMost('first visit, right to left', kB(rtl.total), 100, 'kB', 1),
    atMost('JavaScript of it', kB(overview.scripts), 10, 'kB', 1),
    atMost('a later page: overview', kB(overview.page), 15, 'kB', 1),
    atMost('a later page: results', kB(results.page), 15, 'kB', 1),
  ];
}
