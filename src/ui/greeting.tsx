import { DayArc, Glow } from './art';
import { Actions, Button, LinkButton } from './button';
import { safeHref } from './href';
import { Icon } from './icon';
import type { IconName } from './icon-names';
import { classes, type Words } from './text';

interface HeroProps {
  /** The date: 'Maandag 23 november 2026'. */
  eyebrow?: Words;
  title: Words;
  lead?: Words;
  moment: 'morning' | 'afternoon' | 'evening';
}

/** The greeting on top of an overview. */
export function Hero({ eyebrow, title, lead, moment }: HeroProps) {
  return (
    <div class="pp-hero">
      <DayArc moment={moment} />
      <div class="pp-wrap pp-hero__in">
        {eyebrow !== undefined && <p class="pp-eyebrow">{eyebrow}</p>}
        <h1 class="pp-h1">{title}</h1>
        {lead !== undefined && <p class="pp-lead">{lead}</p>}
      </div>
    </div>
  );
}

interface DateBlockProps {
  /** 'dec' */
  month: string;
  day: number;
  /** 'donderdag' */
  weekday: string;
}

export function DateBlock({ month, day, weekday }: DateBlockProps) {
  return (
    <p class="pp-date">
      <span class="pp-date__m">{month}</span>
      <span class="pp-date__d">{day}</span>
      <span class="pp-date__w">{weekday}</span>
    </p>
  );
}

interface NextAppointmentProps {
  id: string;
  date: DateBlockProps;
  /** 'Uw volgende afspraak', 'Vandaag' */
  eyebrow: Words;
  title: Words;
  /** Time, with whom, where. */
  facts: readonly { icon: IconName; text: Words }[];
  preparation?: Words;
  /** A word about its state: 'Afgezegd', 'Beeldbellen'. */
  state?: { icon?: IconName | undefined; label: Words } | undefined;
  /** It does not take place. */
  off?: boolean | undefined;
  /** On a page of its own its title is the page's. */
  heading?: 'h1' | 'h2' | undefined;
  /** The first is the primary button. */
  actions?: readonly { href: string; label: Words }[] | undefined;
}

/** The one dark card of a page. A cancelled appointment stays in sight, struck through, with the word. */
export function NextAppointment(props: NextAppointmentProps) {
  const { id, date, eyebrow, title, facts, preparation, state, off, heading: Heading = 'h2', actions = [] } = props;
  return (
    <section class={classes('pp-next', off && 'pp-next--off')} aria-labelledby={id}>
      <Glow />
      <div class="pp-next__top">
        <DateBlock {...date} />
        <div>
          <p class="pp-eyebrow">{eyebrow}</p>
          <Heading class="pp-next__t" id={id}>
            {title}
          </Heading>
          {state !== undefined && (
            <p class="pp-next__s">
              {state.icon !== undefined && <Icon name={state.icon} />}
              {state.label}
            </p>
          )}
        </div>
      </div>
      <ul class="pp-facts">
        {facts.map(({ icon, text }) => (
          <li>
            <Icon name={icon} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {preparation !== undefined && <p class="pp-prep">{preparation}</p>}
      {actions.length > 0 && (
        <Actions>
          {actions.map(({ href, label }, index) => (
            <LinkButton href={href} look={index === 0 ? 'primary' : 'secondary'}>
              {label}
            </LinkButton>
          ))}
        </Actions>
      )}
    </section>
  );
}

interface FilterChipsProps {
  /** What is chosen: 'Soort uitslag'. */
  label: string;
  chips: readonly { href: string; label: Words; current?: boolean | undefined }[];
}

/** Links that show part of a list. */
export function FilterChips({ label, chips }: FilterChipsProps) {
  return (
    <nav aria-label={label}>
      <ul class="pp-filter">
        {chips.map((chip) => (
          <li>
            <a class="pp-chip" href={safeHref(chip.href)} aria-current={chip.current ? 'true' : undefined}>
              {chip.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface BarProps {
  id: string;
  title: Words;
  text: Words;
  action: string;
  button: { icon?: IconName | undefined; label: Words; name?: string | undefined; value?: string | undefined };
}

/** A choice at the end of a page: words on one side, one quiet button on the other. */
export function ChoiceBar({ id, title, text, action, button }: BarProps) {
  return (
    <section class="pp-card pp-bar" aria-labelledby={id}>
      <div>
        <h2 class="pp-h3" id={id}>
          {title}
        </h2>
        <p class="pp-muted">{text}</p>
      </div>
      <form class="pp-noprint" action={safeHref(action)} method="post">
        <Button look="secondary" icon={button.icon} name={button.name} value={button.value}>
          {button.label}
        </Button>
      </form>
    </section>
  );
}
