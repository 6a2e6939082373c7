import { type Language, texts } from '../../platform/i18n';
import { Page, renderPage } from '../page';
import { accessEntries } from './access';
import { basicEntries } from './basics';
import { formEntries } from './forms';
import { recordEntries } from './record';
import { publicEntries, staffEntries } from './rest';
import { resultEntries } from './results';
import { shellEntries } from './shell';
import type { GalleryEntry } from './types';

/** Every component in every state, for developers and for the tests that look at all of them. */
export const gallery: GalleryEntry[] = [
  ...shellEntries,
  ...basicEntries,
  ...resultEntries,
  ...recordEntries,
  ...accessEntries,
  ...formEntries,
  ...publicEntries,
  ...staffEntries,
];

export interface GalleryOptions {
  /** Address of an organisation's theme file. */
  theme: string;
  language: Language;
  scheme?: 'light' | 'dark' | undefined;
}

/** All components on one page, as HTML. */
export function renderGallery({ theme, language, scheme }: GalleryOptions): string {
  const t = texts(language);
  return renderPage(
    <Page t={t} title="Galerij" siteName="Galerij" entry="gallery" themeHref={theme} scheme={scheme}>
      <main id="inhoud" tabIndex={-1} class="pp-wrap">
        <h1 class="pp-h1">Galerij</h1>
        {gallery.map(({ name, states }, index) => (
          <section class="pp-section" aria-labelledby={`galerij-${index}`}>
            <h2 class="pp-h2" id={`galerij-${index}`}>
              {name}
            </h2>
            {states.map(({ title, render }) => (
              <article class="pp-gallery__state">
                <p class="pp-small pp-muted">{title}</p>
                {render(t)}
              </article>
            ))}
          </section>
        ))}
      </main>
    </Page>,
  );
}
