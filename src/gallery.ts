import type { FastifyInstance } from 'fastify';
import type { Organisations } from './organisations';
import { styleOf } from './organisations';
import { themePath } from './organisations/house-style';
import { availableLanguages } from './platform/i18n';
import { renderGallery } from './ui/gallery';

/** All components in all states, for developers and the tests that look at them; only outside production. */
export function mountGallery(server: FastifyInstance, organisations: Organisations): void {
  server.get<{ Querystring: { stijl?: string; taal?: string; schema?: string } }>(
    '/ontwikkelaars/galerij',
    async ({ query }, reply) => {
      const slug = organisations.all().find((organisation) => organisation.slug === query.stijl)?.slug ?? 'duinzicht';
      const language = availableLanguages({ pseudo: true }).find((code) => code === query.taal) ?? 'nl';
      const scheme = query.schema === 'dark' || query.schema === 'light' ? query.schema : undefined;
      return reply
        .type('text/html; charset=utf-8')
        .send(renderGallery({ theme: themePath(slug, styleOf(slug)), language, scheme }));
    },
  );
}
