import type { ComponentChildren } from 'preact';
import type { Translate } from '../platform/i18n';
import { PauseArt } from './art';
import { BackLink, Link, LinkButton } from './button';
import { MiniRange } from './charts/range-bar';
import { safeHref } from './href';
import { Icon } from './icon';
import type { IconName } from './icon-names';
import { Avatar, Disc, IconList } from './rows';
import { Tag, type TagLook } from './tag';
import { classes, type Words } from './text';

/** Where a value lies, in words and a quiet colour: never red, never 'abnormal'. */
export interface Verdict {
  look: Extract<TagLook, 'ok' | 'att' | 'info' | 'neutral'>;
  label: Words;
}

const VERDICT_ICON: Partial<Record<TagLook, IconName>> = {
  ok: 'circle-check',
  att: 'info-circle',
  info: 'info-circle',
};

interface ResultRowProps {
  href: string;
  title: Words;
  /** What it measures, in a few words. */
  sub?: Words;
  /** As it stands in the message: '8,4', '< 5', 'Positief'. */
  valueText: string;
  unit?: string | undefined;
  /** Draws the range, when there is a number and a range. */
  value?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
  verdict?: Verdict | undefined;
}

/** One measured value in a list. */
export function ResultRow({ href, title, sub, valueText, unit, value, low, high, verdict }: ResultRowProps) {
  return (
    <li>
      <a class={classes('pp-res', value === undefined && 'pp-res--words')} href={safeHref(href)}>
        <span>
          <span class="pp-row__t">{title}</span>
          {sub !== undefined && <span class="pp-row__s">{sub}</span>}
        </span>
        <span class="pp-res__v">
          <b>{valueText}</b>
          {unit !== undefined && (
            <span class="pp-small pp-muted">
              {' '}
              <bdi>{unit}</bdi>
            </span>
          )}
        </span>
        <span class="pp-res__b">
          {value !== undefined && <MiniRange value={value} low={low} high={high} />}
          {verdict !== undefined && <VerdictTag verdict={verdict} />}
        </span>
        <Icon name="chevron-right" flip />
      </a>
    </li>
  );
}

function VerdictTag({ verdict }: { verdict: Verdict }) {
  return (
    <Tag look={verdict.look} icon={VERDICT_ICON[verdict.look]}>
      {verdict.label}
    </Tag>
  );
}

interface ResultValueProps {
  valueText: string;
  unit?: string | undefined;
  verdict?: Verdict | undefined;
}

/** The value of one result, large. */
export function ResultValue({ valueText, unit, verdict }: ResultValueProps) {
  return (
    <p class="pp-value">
      <b>{valueText}</b> {unit !== undefined && <bdi class="pp-muted">{unit}</bdi>}{' '}
      {verdict !== undefined && <VerdictTag verdict={verdict} />}
    </p>
  );
}

interface ComingResultProps {
  title: Words;
  sub?: Words;
  /** 'Zichtbaar vanaf 30 november' */
  when: Words;
}

/** A result that will be shown: its date and nothing of its content. Not a link. */
export function ComingResult({ title, sub, when }: ComingResultProps) {
  return (
    <li class="pp-soon">
      <Disc icon="hourglass" look="soon" />
      <span>
        <span class="pp-soon__t">{title}</span>
        {sub !== undefined && <span class="pp-row__s">{sub}</span>}
      </span>
      <Tag look="info" icon="calendar-time">
        {when}
      </Tag>
    </li>
  );
}

interface ClinicianNoteProps {
  /** 'Dr. S. Okafor' */
  author: string;
  /** 'Uitleg van dr. S. Okafor, orthopedisch chirurg' */
  heading: Words;
  /** 'Geschreven op 5 november om 8.14 uur' */
  written: Words;
  /** Clinical text stays in the language it was written in. */
  language?: string | undefined;
  children: Words;
}

/** What a clinician says about a result, in that person's own words. */
export function ClinicianNote({ author, heading, written, language = 'nl', children }: ClinicianNoteProps) {
  return (
    <div class="pp-quote">
      <Avatar name={author} />
      <div class="pp-stackv">
        <p class="pp-small pp-muted">
          <b>{heading}</b>
          <br />
          {written}
        </p>
        <div lang={language} class="pp-prose">
          {children}
        </div>
      </div>
    </div>
  );
}

/** Something folded in; on paper it shows itself. */
export function Details({ summary, children }: { summary: Words; children: ComponentChildren }) {
  return (
    <details class="pp-details">
      <summary>
        <Icon name="chevron-down" />
        <span>{summary}</span>
      </summary>
      {children}
    </details>
  );
}

interface DataTableProps {
  t: Translate;
  /** Only heard: what the table is of. */
  caption: string;
  columns: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly (readonly Words[])[];
  /** Shown at once instead of folded in. */
  open?: boolean | undefined;
}

/** The same values as a chart, for who prefers or needs figures. */
export function DataTable({ t, caption, columns, rows, open }: DataTableProps) {
  const table = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard (WCAG 2.1.1)
    <section class="pp-scroll" tabIndex={0} aria-label={`${caption}, ${t('ui.scroll-sideways')}`}>
      <table class="pp-table">
        <caption class="pp-vh">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells]) => (
            <tr>
              <th scope="row">{head}</th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
  return open ? table : <Details summary={t('ui.as-table')}>{table}</Details>;
}

interface Way {
  title: Words;
  text: Words;
  href: string;
  button: Words;
}

interface ResultPauseProps {
  back: { href: string; label: Words };
  /** 'Bloedonderzoek van vrijdag 13 november 2026' */
  eyebrow: Words;
  title: Words;
  lead: Words;
  /** What to keep in mind. */
  points: { icon: IconName; text: Words }[];
  question: Words;
  /** Waiting comes first and is the primary button. */
  wait: Way;
  look: Way;
  /** Whom to call when worried. */
  children?: ComponentChildren;
}

/** The page before a result that was not yet discussed (RE-08). `look.href` is the address that shows it. */
export function ResultPause(props: ResultPauseProps) {
  return (
    <div class="pp-pause">
      <BackLink href={props.back.href}>{props.back.label}</BackLink>
      <div class="pp-col">
        <section class="pp-card">
          <PauseArt />
          <p class="pp-eyebrow">{props.eyebrow}</p>
          <h1 class="pp-h1">{props.title}</h1>
          <p class="pp-lead">{props.lead}</p>
          <div class="pp-section">
            <IconList items={props.points} />
          </div>
        </section>
        <h2 class="pp-h2">{props.question}</h2>
        <div class="pp-two-ways">
          <WayCard way={props.wait} icon="calendar-event" look="primary" />
          <WayCard way={props.look} icon="eye" look="secondary" />
        </div>
        {props.children}
      </div>
    </div>
  );
}

function WayCard({ way, icon, look }: { way: Way; icon: IconName; look: 'primary' | 'secondary' }) {
  return (
    <section class="pp-way">
      <Icon name={icon} />
      <h3 class="pp-h3">{way.title}</h3>
      <p class="pp-muted">{way.text}</p>
      <LinkButton href={way.href} look={look}>
        {way.button}
      </LinkButton>
    </section>
  );
}

interface HiddenProps {
  id: string;
  icon?: IconName | undefined;
  title: Words;
  children: ComponentChildren;
}

/** A whole page's content that is not shown now, and why; ends with a form or link to undo it. */
export function HiddenState({ id, icon = 'eye-off', title, children }: HiddenProps) {
  return (
    <section class="pp-card" aria-labelledby={id}>
      <div class="pp-hidden">
        <span class="pp-hidden__i">
          <Icon name={icon} />
        </span>
        <h2 class="pp-h2" id={id}>
          {title}
        </h2>
        {children}
      </div>
    </section>
  );
}

interface ExplainProps {
  id: string;
  title: Words;
  text: Words;
  /** 'Wat kunt u merken?' */
  notice?: { title: Words; text: Words } | undefined;
  source?: { href: string; label: Words } | undefined;
}

/** What a test is, in plain words. */
export function Explanation({ id, title, text, notice, source }: ExplainProps) {
  return (
    <section class="pp-card" aria-labelledby={id}>
      <h2 class="pp-h2" id={id}>
        {title}
      </h2>
      <p>{text}</p>
      {notice !== undefined && (
        <>
          <hr class="pp-hr" />
          <h3 class="pp-h3">{notice.title}</h3>
          <p>{notice.text}</p>
        </>
      )}
      {source !== undefined && (
        <p>
          <Link href={source.href}>{source.label}</Link>
        </p>
      )}
    </section>
  );
}
