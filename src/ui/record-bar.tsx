import { LinkButton } from './button';
import { safeHref } from './href';
import { Icon } from './icon';
import { Avatar } from './rows';
import { initials, type Words } from './text';

/** One fact about whose record it is: 'Geboren' '14 februari 1948'. */
export interface RecordFact {
  label: Words;
  value: Words;
  /** The value speaks for itself ('Man'); the label is only heard. */
  hideLabel?: boolean | undefined;
}

/** A record that the viewer may open. */
export interface RecordChoice {
  href: string;
  name: string;
  sub: Words;
  current?: boolean | undefined;
}

interface RecordSwitchProps {
  label: Words;
  choices: readonly RecordChoice[];
}

/** A list of links, works without JavaScript. Nobody else's record to open: nothing is shown. */
export function RecordSwitch({ label, choices }: RecordSwitchProps) {
  if (choices.length < 2) return null;
  return (
    <details class="pp-menu pp-switch">
      <summary>
        <Icon name="switch-horizontal" />
        <span>{label}</span>
        <Icon name="chevron-down" class="pp-switch__c" />
      </summary>
      <ul>
        {choices.map(({ href, name, sub, current }, index) => (
          <li>
            <a href={safeHref(href)} aria-current={current ? 'true' : undefined}>
              <Avatar name={name} tone={index === 0 ? 'a' : 'c'} />
              <span>
                <b>
                  <bdi lang="nl">{name}</bdi>
                </b>
                <span>{sub}</span>
              </span>
              {current && <Icon name="check" />}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Facts({ facts }: { facts: readonly RecordFact[] }) {
  return (
    <dl>
      {facts.map(({ label, value, hideLabel }) => (
        <div>
          <dt class={hideLabel ? 'pp-vh' : undefined}>{label}</dt>
          <dd class="pp-num">
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface RecordBarProps {
  /** What the bar is, for screen readers: 'Geopend dossier'. */
  label: string;
  /** 'De heer W. Tromp' */
  name: string;
  facts: readonly RecordFact[];
  switcher?: RecordSwitchProps | undefined;
}

/** One's own record: a calm strip under the header. */
export function RecordBar({ label, name, facts, switcher }: RecordBarProps) {
  return (
    <section class="pp-rec" aria-label={label}>
      <div class="pp-wrap pp-rec__in">
        <Avatar name={name} size="s" />
        <p class="pp-rec__n">
          <span class="pp-vh">{label}: </span>
          <bdi lang="nl">{name}</bdi>
        </p>
        <Facts facts={facts} />
        {switcher !== undefined && <RecordSwitch {...switcher} />}
      </div>
    </section>
  );
}

interface OtherRecordBarProps extends RecordBarProps {
  /** 'U kijkt in het dossier van Noor (8 jaar)' */
  sentence: Words;
  back: { href: string; label: Words };
}

/** Another person's record: impossible to take for one's own. Stands inside the sticky header. */
export function OtherRecordBar({ label, name, sentence, facts, back, switcher }: OtherRecordBarProps) {
  return (
    <section class="pp-rec pp-rec--other" aria-label={label}>
      <div class="pp-wrap pp-rec__in">
        <span class="pp-rec__i" aria-hidden="true">
          {initials(name)}
        </span>
        <div class="pp-rec__w">
          <p class="pp-rec__t">{sentence}</p>
          <Facts facts={facts} />
        </div>
        <div class="pp-rec__a">
          <LinkButton href={back.href} icon="arrow-left">
            {back.label}
          </LinkButton>
          {switcher !== undefined && <RecordSwitch {...switcher} />}
        </div>
      </div>
    </section>
  );
}

export type AnyRecordBar = ({ kind: 'own' } & RecordBarProps) | ({ kind: 'other' } & OtherRecordBarProps);
