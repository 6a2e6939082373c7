import type { ComponentChildren } from 'preact';
import type { Translate } from '../../platform/i18n';
import { safeHref } from '../href';
import { Page } from '../page';
import type { Words } from '../text';

interface SimulatorPageProps {
  t: Translate;
  title: string;
  /** 'Dit is niet DigiD. Vul hier nooit uw echte gegevens in.' */
  warning: Words;
  children: ComponentChildren;
}

/** A page of what stands in for another party: cannot be taken for the real thing, nor for the portal. */
export function SimulatorPage({ t, title, warning, children }: SimulatorPageProps) {
  return (
    <Page t={t} title={title} siteName="Simulator" entry="simulator" scheme="light">
      <header class="pp-simbar">
        <div class="pp-wrap">
          <b>SIMULATOR</b>
          <span>{warning}</span>
        </div>
      </header>
      <main id="inhoud" tabIndex={-1} class="pp-simpage">
        <div class="pp-wrap">{children}</div>
      </main>
    </Page>
  );
}

interface SimulatorFormProps {
  action: string;
  method?: 'get' | 'post' | undefined;
  eyebrow: Words;
  title: Words;
  children: ComponentChildren;
}

/** The one box on a simulator's page. */
export function SimulatorForm({ action, method = 'post', eyebrow, title, children }: SimulatorFormProps) {
  return (
    <form class="pp-simbox" action={safeHref(action)} method={method} noValidate>
      <div>
        <p class="pp-muted">{eyebrow}</p>
        <h1 class="pp-h1">{title}</h1>
      </div>
      {children}
    </form>
  );
}

interface SimulatorButtonProps {
  name?: string | undefined;
  value?: string | undefined;
  quiet?: boolean | undefined;
  children: Words;
}

export function SimulatorButton({ name, value, quiet, children }: SimulatorButtonProps) {
  return (
    <button class={quiet ? 'pp-simbtn pp-simbtn--2' : 'pp-simbtn'} type="submit" name={name} value={value}>
      {children}
    </button>
  );
}

export function SimulatorLink({ href, children }: { href: string; children: Words }) {
  return (
    <a class="pp-simbtn pp-simbtn--2 pp-simbtn--a" href={safeHref(href)}>
      {children}
    </a>
  );
}

/** A text message as a phone would show it. */
export function SimulatedSms({ label, text, code }: { label: Words; text: Words; code: string }) {
  return (
    <div class="pp-simphone">
      <p>
        <small>{label}</small>
      </p>
      <p>
        {text}
        <br />
        <code>{code}</code>
      </p>
    </div>
  );
}
