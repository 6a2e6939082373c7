import type { ComponentChildren } from 'preact';
import { safeHref } from '../href';
import { Icon } from '../icon';
import type { IconName } from '../icon-names';
import { Avatar } from '../rows';
import { Tag, type TagLook } from '../tag';
import type { Words } from '../text';

interface PatientBarProps {
  name: string;
  /** 'Controle enkel, 10.20 uur.' */
  sub?: Words;
  /** Sex, birth date with age, number, BSN checked or not, allergies. */
  facts: readonly { label: Words; value: Words }[];
  /** The one thing to do with this patient now. */
  action?: ComponentChildren;
}

/** Whose record an employee has open; on every page of that record, with the h1. */
export function PatientBar({ name, sub, facts, action }: PatientBarProps) {
  return (
    <div class="pp-pt">
      <Avatar name={name} tone="c" />
      <div>
        <h1 class="pp-h2">
          <bdi>{name}</bdi>
        </h1>
        {sub !== undefined && <p class="pp-small pp-muted">{sub}</p>}
      </div>
      {action}
      <dl>
        {facts.map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface TabsProps {
  label: string;
  tabs: readonly { href: string; icon: IconName; label: Words; current?: boolean | undefined }[];
}

/** Parts of one record. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav class="pp-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a href={safeHref(tab.href)} aria-current={tab.current ? 'page' : undefined}>
          <Icon name={tab.icon} />
          {tab.label}
        </a>
      ))}
    </nav>
  );
}

interface PersonHeadProps {
  name: string;
  sub: Words;
  tag?: { look: TagLook; icon?: IconName | undefined; label: Words } | undefined;
}

/** Who a form at the desk is about. */
export function PersonHead({ name, sub, tag }: PersonHeadProps) {
  return (
    <div class="pp-person">
      <Avatar name={name} size="l" />
      <div>
        <h2 class="pp-h2">
          <bdi>{name}</bdi>
        </h2>
        <p class="pp-small pp-muted">{sub}</p>
      </div>
      {tag !== undefined && (
        <Tag look={tag.look} icon={tag.icon}>
          {tag.label}
        </Tag>
      )}
    </div>
  );
}
