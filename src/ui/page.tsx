import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { direction, htmlLanguage, type Translate } from '../platform/i18n';
import { assets, type Entry } from './assets';
import { classes } from './text';

export interface PageProps {
  t: Translate;
  /** Of this page; no patient's name, it ends up in browser histories. */
  title: string;
  /** Of the whole site, after the title. */
  siteName: string;
  entry: Entry;
  /** Address of the organisation's theme and of its mark as an icon; the simulators have neither. */
  themeHref?: string | undefined;
  iconHref?: string | undefined;
  /** The reader's choice; left out: what the browser prefers. */
  scheme?: 'light' | 'dark' | undefined;
  /** The form came back with mistakes: the title says so first. */
  failed?: boolean | undefined;
  /** Another person's record is open: warm frame round the page. */
  otherRecord?: boolean | undefined;
  /** Without JavaScript the page is asked for again after so many seconds. */
  refresh?: number | undefined;
  children: ComponentChildren;
}

const ENTRY_CLASS: Partial<Record<Entry, string>> = { staff: 'pp-compact', simulator: 'pp-sim' };

/** The document round every page: language, fonts, theme, styles, script, skip link. */
export function Page(props: PageProps) {
  const { t, entry, children } = props;
  const side = direction(t.language);
  const title = props.failed === true ? t('common.error-title-prefix', { title: props.title }) : props.title;
  return (
    <html
      lang={htmlLanguage(t.language)}
      dir={side}
      class={classes(ENTRY_CLASS[entry], props.otherRecord && 'pp-other') || undefined}
      data-color-scheme={props.scheme}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {props.refresh !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(props.refresh)} />
          </noscript>
        )}
        <title>{title === props.siteName ? title : `${title} – ${props.siteName}`}</title>
        <link rel="preload" href={assets().font(side)} as="font" type="font/woff2" crossOrigin="anonymous" />
        {/* Without an icon browsers ask for /favicon.ico; the sprite shows nothing and is needed anyway. */}
        <link rel="icon" href={props.iconHref ?? assets().icons} type="image/svg+xml" />
        {props.themeHref !== undefined && <link rel="stylesheet" href={props.themeHref} />}
        {assets()
          .styles(entry)
          .map((href) => (
            <link rel="stylesheet" href={href} />
          ))}
        <script type="module" src={assets().script(entry)} />
      </head>
      <body>
        <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">
          {t('common.skip-to-content')}
        </a>
        {children}
      </body>
    </html>
  );
}

/** A page as the text that goes to the browser. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

/** Where the skip link leads; once on every page. */
export function Main({ class: name, children }: { class?: string | undefined; children: ComponentChildren }) {
  return (
    <main id="inhoud" tabIndex={-1} class={name}>
      {children}
    </main>
  );
}
