import type { ComponentChildren } from 'preact';
import { Button, Field, Heading, Mistake, type PageSetting, renderPage } from '../page';
import { allMeans, type Means, type Person } from '../people';
import { ReceivedCode } from '../phone';
import { sayIn } from '../texts';
import { PIN } from './attempt';
import type { ProvenLevel } from './levels';

/** A page within one attempt: `base` is the attempt's address, under which every step lies. */
export type Step = PageSetting & { base: string; organisation: string };

const wayKeys = {
  app: ['means-app', 'means-app-hint'],
  'app-document': ['means-app-document', 'means-app-document-hint'],
  sms: ['means-sms', 'means-sms-hint'],
} as const satisfies Record<Means, readonly [string, string]>;

export function meansPage(step: Step, missing = false): string {
  const say = sayIn(step.language);
  return stepPage(
    step,
    say('means-title'),
    <>
      <p>{say('means-intro')}</p>
      <form method="post" action={step.base} novalidate>
        <fieldset {...(missing && { 'aria-describedby': 'middel-fout' })}>
          <legend>{say('means-legend')}</legend>
          {missing && (
            <Mistake id="middel-fout" say={say}>
              {say('means-missing')}
            </Mistake>
          )}
          <div class="pp-choice">
            {allMeans.map((means) => (
              <label key={means}>
                <input type="radio" name="middel" value={means} />
                <span>
                  {say(wayKeys[means][0])}
                  <small>{say(wayKeys[means][1])}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <p class="pp-simactions">
          <Button>{say('continue')}</Button>
        </p>
      </form>
    </>,
  );
}

type WhoOptions = { people: readonly Person[]; filled?: Person | undefined; typed?: string; mistake?: string };

export function whoPage(step: Step, { people, filled, typed, mistake }: WhoOptions): string {
  const say = sayIn(step.language);
  return stepPage(
    step,
    say('who-title'),
    <>
      <form method="post" action={`${step.base}/gegevens`} novalidate>
        <Field
          say={say}
          name="gebruikersnaam"
          label={say('user-name')}
          hint={say('user-name-hint')}
          mistake={mistake}
          value={filled?.userName ?? typed ?? ''}
        />
        <Field say={say} name="wachtwoord" label={say('password')} secret value={filled?.password ?? ''} />
        <p class="pp-simactions">
          <Button>{say('continue')}</Button>
          <OtherWay step={step} />
        </p>
      </form>
      <h2 class="pp-h2">{say('people-title')}</h2>
      <ul class="pp-simlist">
        {people.map(({ userName, note }) => (
          <li key={userName}>
            <span>{note[step.language]}</span>
            <a href={`${step.base}/gegevens?wie=${encodeURIComponent(userName)}`}>{say('people-take', { userName })}</a>
          </li>
        ))}
      </ul>
    </>,
  );
}

type CodeOptions = { code: string; mistake?: string | undefined; renewed?: boolean };

export function codePage(step: Step, { code, mistake, renewed }: CodeOptions): string {
  const say = sayIn(step.language);
  const { language } = step;
  return stepPage(
    step,
    say('code-title'),
    <>
      {renewed && <p role="status">{say('code-renewed')}</p>}
      <p>
        <a href={`/telefoon?taal=${language}`} target="_blank" rel="noreferrer">
          {say('phone-open')}
        </a>
      </p>
      <form method="post" action={`${step.base}/code`} novalidate>
        <Field
          say={say}
          name="code"
          label={say('code-label')}
          hint={say('code-hint')}
          mistake={mistake}
          numeric
          autocomplete="one-time-code"
        />
        <p class="pp-simactions">
          <Button>{say('log-in', { organisation: step.organisation })}</Button>
          <Button name="nieuw" second>
            {say('code-renew')}
          </Button>
          <Button name="verouder" second>
            {say('code-expire')}
          </Button>
          <OtherPerson step={step} />
        </p>
      </form>
    </>,
    <>
      <h2 class="pp-h2">{say('phone')}</h2>
      <ReceivedCode language={language} code={code} />
    </>,
  );
}

type PinOptions = { document: boolean; mistake?: string | undefined; documentMissing?: boolean };

export function pinPage(step: Step, { document, mistake, documentMissing }: PinOptions): string {
  const say = sayIn(step.language);
  return stepPage(
    step,
    say('pin-title'),
    <form method="post" action={`${step.base}/pin`} novalidate>
      <Field
        say={say}
        name="pin"
        label={say('pin-label')}
        hint={say('pin-hint', { pin: PIN })}
        mistake={mistake}
        numeric
      />
      {document && (
        <div class="pp-choice">
          {documentMissing && (
            <Mistake id="document-fout" say={say}>
              {say('document-missing')}
            </Mistake>
          )}
          <label>
            <input
              type="checkbox"
              name="document"
              value="1"
              {...(documentMissing && { 'aria-describedby': 'document-fout' })}
            />
            <span>{say('document')}</span>
          </label>
        </div>
      )}
      <p class="pp-simactions">
        <Button>{say('log-in', { organisation: step.organisation })}</Button>
        <OtherPerson step={step} />
      </p>
    </form>,
  );
}

export function tooLowPage(step: Step, asked: ProvenLevel, proven: ProvenLevel): string {
  const say = sayIn(step.language);
  const levels = { asked: say(`level-${asked.name}`), proven: say(`level-${proven.name}`) };
  return stepPage(
    step,
    say('low-title'),
    <>
      <p>{say('low-text', { organisation: step.organisation, ...levels })}</p>
      <form method="post" action={`${step.base}/te-laag`}>
        <p class="pp-simactions">
          <a class="pp-simbtn pp-simbtn--2 pp-simbtn--a" href={step.base}>
            {say('other-means')}
          </a>
          <Button name="terug" second>
            {say('low-stop')}
          </Button>
          <Button name="toch" second>
            {say('low-try')}
          </Button>
        </p>
      </form>
      <p class="pp-hint">{say('low-try-hint')}</p>
    </>,
  );
}

/** Every step ends with the ways out: stopping, and what a portal must also be able to bear. */
function stepPage(step: Step, title: string, body: ComponentChildren, beside?: ComponentChildren): string {
  const say = sayIn(step.language);
  return renderPage(
    step,
    title,
    <>
      <Heading over={say('signing-in-at', { organisation: step.organisation })} title={title} />
      {body}
      <hr />
      <form method="post" action={step.base}>
        <p class="pp-simactions">
          <Button name="stop" second>
            {say('stop')}
          </Button>
        </p>
        <details>
          <summary>{say('trials')}</summary>
          <p class="pp-simactions">
            <Button name="storing" second>
              {say('trial-failure')}
            </Button>
            <Button name="verlopen" second>
              {say('trial-expired')}
            </Button>
          </p>
        </details>
      </form>
    </>,
    beside,
  );
}

function OtherWay({ step }: { step: Step }) {
  return (
    <a class="pp-simbtn pp-simbtn--2 pp-simbtn--a" href={step.base}>
      {sayIn(step.language)('other-means')}
    </a>
  );
}

function OtherPerson({ step }: { step: Step }) {
  return (
    <a class="pp-simbtn pp-simbtn--2 pp-simbtn--a" href={`${step.base}/gegevens`}>
      {sayIn(step.language)('other-person')}
    </a>
  );
}
