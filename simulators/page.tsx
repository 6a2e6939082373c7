import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Say, type SimulatorLanguage, sayIn } from './texts';

/** What every page of a simulator needs: whose pages they are, in which language, with which styles. */
export type PageSetting = { kind: 'digid' | 'staff'; language: SimulatorLanguage; sheets: readonly string[] };

/**
 * A whole page. There is no way to make one without the bar that says that this is a simulator, and not what it
 * stands in for.
 */
export function renderPage(
  { kind, language, sheets }: PageSetting,
  title: string,
  body: ComponentChildren,
  beside?: ComponentChildren,
): string {
  const say = sayIn(language);
  const html = (
    <html lang={language} dir="ltr" class="pp-sim" data-color-scheme="light">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{say('document-title', { title })}</title>
        {sheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">
          {say('skip')}
        </a>
        <header class="pp-simbar">
          <div class="pp-wrap">
            <b>SIMULATOR</b>
            <span>{say(kind === 'digid' ? 'banner-digid' : 'banner-staff')}</span>
          </div>
        </header>
        <main id="inhoud" tabIndex={-1} class="pp-simpage">
          <div class={beside ? 'pp-wrap pp-simcols' : 'pp-wrap'}>
            <div class="pp-simbox">{body}</div>
            {beside && <aside class="pp-simbeside">{beside}</aside>}
          </div>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(html)}`;
}

export function Heading({ over, title }: { over?: string; title: string }) {
  return (
    <div>
      {over && <p class="pp-muted">{over}</p>}
      <h1 class="pp-h1">{title}</h1>
    </div>
  );
}

export function Mistake({ id, say, children }: { id: string; say: Say; children: ComponentChildren }) {
  return (
    <p class="pp-err" id={id}>
      <span class="pp-vh">{say('error')} </span>
      {children}
    </p>
  );
}

/** One text field with its label, hint and, when something is wrong, what. */
export function Field(props: {
  say: Say;
  name: string;
  label: string;
  hint?: string;
  mistake?: string | undefined;
  value?: string;
  secret?: boolean;
  numeric?: boolean;
  autocomplete?: string;
}) {
  const { name, mistake } = props;
  const described = [props.hint && `${name}-hint`, mistake && `${name}-fout`].filter(Boolean).join(' ');
  const input = {
    class: props.numeric ? 'pp-input pp-in-6' : 'pp-input',
    id: name,
    name,
    value: props.value ?? '',
    autocomplete: props.autocomplete ?? 'off',
    inputMode: props.numeric ? 'numeric' : 'text',
    ...(described && { 'aria-describedby': described }),
    ...(mistake && ({ 'aria-invalid': 'true', autofocus: true } as const)),
  };
  return (
    <div class={mistake ? 'pp-field pp-field--err' : 'pp-field'}>
      <label class="pp-label" for={name}>
        {props.label}
      </label>
      {props.hint && (
        <span class="pp-hint" id={`${name}-hint`}>
          {props.hint}
        </span>
      )}
      {mistake && (
        <Mistake id={`${name}-fout`} say={props.say}>
          {mistake}
        </Mistake>
      )}
      {props.secret ? <input type="password" {...input} /> : <input type="text" {...input} />}
    </div>
  );
}

export function Button({ name, second, children }: { name?: string; second?: boolean; children: ComponentChildren }) {
  return (
    <button class={second ? 'pp-simbtn pp-simbtn--2' : 'pp-simbtn'} type="submit" {...(name && { name, value: '1' })}>
      {children}
    </button>
  );
}

/** A page that only tells something. */
export function noticePage(setting: PageSetting, title: string, text: string): string {
  return renderPage(
    setting,
    title,
    <>
      <Heading title={title} />
      <p>{text}</p>
    </>,
  );
}
