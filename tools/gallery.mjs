/**
 * Writes every component and the specimen pages as static HTML into dist/gallery, in all modes, and serves them
 * on a port: to look at, and for the tests that look at everything.
 *
 *   npx vite build --mode client && node tools/gallery.mjs [port]
 */
import { createReadStream, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { createServer as createVite } from 'vite';

const CLIENT = new URL('../dist/client/', import.meta.url).pathname;
const ROOT = new URL('../dist/gallery/', import.meta.url).pathname;
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** The policy of the portal itself: nothing inline, nothing from elsewhere. */
const CSP =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

async function write() {
  const vite = await createVite({
    configFile: false,
    server: { middlewareMode: true, watch: null, ws: false },
    logLevel: 'error',
  });
  const { renderGallery } = await vite.ssrLoadModule('/src/ui/gallery/index.tsx');
  const { specimens } = await vite.ssrLoadModule('/src/ui/gallery/pages/index.tsx');
  const { renderPage } = await vite.ssrLoadModule('/src/ui/page.tsx');
  const { texts } = await vite.ssrLoadModule('/src/platform/i18n/index.ts');
  const house = await vite.ssrLoadModule('/src/organisations/house-style/index.ts');
  const put = (path, text) => writeFileSync(join(ROOT, path), text);
  mkdirSync(join(ROOT, 'galerij'), { recursive: true });
  mkdirSync(join(ROOT, 'assets'), { recursive: true });
  const pages = [];
  for (const [slug, style] of Object.entries(house.houseStyles)) {
    const theme = house.themePath(slug, style);
    const icon = house.markPath(slug, style);
    put(theme, house.themeCss(style));
    put(icon, house.markSvg(style));
    const site = {
      organisation: 'Duinzicht Ziekenhuis',
      name: 'Mijn Duinzicht',
      mark: style.mark,
      themeHref: theme,
      iconHref: icon,
    };
    for (const language of ['nl', 'en', 'x-rtl']) {
      for (const scheme of ['light', 'dark']) {
        const mode = `${slug}-${language}-${scheme}`;
        put(`galerij/alles-${mode}.html`, renderGallery({ theme, language, scheme }));
        pages.push(`alles-${mode}`);
        for (const [name, render] of Object.entries(specimens)) {
          put(`galerij/${name}-${mode}.html`, renderPage(render({ t: texts(language), site, scheme })));
          pages.push(`${name}-${mode}`);
        }
      }
    }
  }
  put(
    'galerij/index.html',
    `<!doctype html><title>Galerij</title>${pages.map((page) => `<p><a href="/galerij/${page}.html">${page}</a>`).join('')}`,
  );
  await vite.close();
}

function serve(port) {
  createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const name = path.endsWith('/') ? `${path}index.html` : path;
    const file = [join(ROOT, name), join(CLIENT, name)].find(
      (candidate) => existsSync(candidate) && statSync(candidate).isFile(),
    );
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': CSP,
    });
    createReadStream(file).pipe(response);
  }).listen(port, '127.0.0.1');
}

await write();
if (process.argv[2] !== undefined) serve(Number(process.argv[2]));
