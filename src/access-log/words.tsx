/** A line of the log in words: who did what; in which role and why (NEN 7513: user, role, ground). */
import known from '../../locales/nl/access-log.json';
import type { LogLine } from '../access';
import type { TextKey, Translate } from '../platform/i18n';
import type { LogEntry } from '../ui';

export interface Reader {
  /** Id of the person who reads. */
  readonly person: string;
  /** The reader is the patient, so that the record is 'your' record. */
  readonly own: boolean;
}

export type SayClinic = (slug: string) => string;

const isKey = (key: string): key is keyof typeof known => Object.hasOwn(known, key);

/** The text that says what a route's `what` did; undefined where nobody wrote one (a test forbids it). */
export function whatKey(what: string): TextKey | undefined {
  const key = `what-${what.replaceAll('.', '-')}`;
  return isKey(key) ? (`access-log.${key}` as TextKey) : undefined;
}

type WithoutTime = Omit<LogEntry, 'time'>;

export function storyOf(t: Translate, line: LogLine, reader: Reader, clinic: SayClinic): WithoutTime {
  if (isList(line)) return inList(t, line, reader, clinic);
  const { name } = agentOf(t, line, reader);
  const did =
    line.outcome === 'denied'
      ? t('access-log.tried', whose(reader))
      : t(whatKey(line.what) ?? 'access-log.what-unknown', whose(reader));
  return {
    who: pictureOf(line, reader, name),
    sentence: t.rich('access-log.line', { who: name, did, b: (words) => <b>{words}</b> }),
    reason: reasonOf(t, line, reader),
    tag: tagOf(t, line, reader),
  };
}

/** Shown among others; what was done to this patient alone is told as itself. */
const isList = ({ type, action, outcome }: LogLine): boolean =>
  outcome === 'success' && action === 'R' && (type === 'list' || type === 'search' || type === 'log');

function inList(t: Translate, line: LogLine, reader: Reader, clinic: SayClinic): WithoutTime {
  const list = listInWordsOf(t, line, clinic);
  const { name } = agentOf(t, line, reader);
  return {
    who: { icon: 'list-details' },
    sentence: t.rich('access-log.in-list', { ...whose(reader), list, b: (words) => <b>{words}</b> }),
    reason: `${t('access-log.seen-by', { name })} ${reasonOf(t, line, reader)}`,
  };
}

function listInWordsOf(t: Translate, line: LogLine, clinic: SayClinic): string {
  const slug = line.detail?.clinic;
  if (line.type === 'search') return t('access-log.list-search');
  if (line.type === 'log') return t('access-log.list-log');
  if (line.agentKind === 'person') return t('access-log.list-records');
  return t('access-log.list-clinic', { clinic: typeof slug === 'string' ? clinic(slug) : '' });
}

const whose = (reader: Reader) => ({ whose: reader.own ? 'own' : 'other' });

/** The log keeps an employee's name with the function behind it: 'dr. S. Okafor, orthopedisch chirurg'. */
function agentOf(t: Translate, line: LogLine, reader: Reader): { name: string; job?: string } {
  if (line.agentKind === 'person') {
    if (line.agentId === reader.person) return { name: t('ui.you') };
    return { name: line.agentName ?? t('access-log.agent-person') };
  }
  if (line.agentKind !== 'employee') return { name: t(`access-log.agent-${line.agentKind}`) };
  const [name = '', ...rest] = (line.agentName ?? t('access-log.agent-employee')).split(', ');
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return rest.length === 0 ? { name: capital } : { name: capital, job: rest.join(', ') };
}

function pictureOf(line: LogLine, reader: Reader, name: string): LogEntry['who'] {
  if (line.outcome === 'denied') return { icon: 'ban' };
  if (line.type === 'emergency' || line.basis === 'emergency') return { icon: 'first-aid-kit' };
  if (line.agentKind === 'system' || line.agentKind === 'unknown') return { icon: 'refresh' };
  const initialsOf = line.agentId === reader.person ? (line.agentName ?? name) : name;
  return { name: initialsOf, tone: line.agentKind === 'person' && line.basis !== 'self' ? 'c' : 'a' };
}

const roleKeys = [
  'reception',
  'desk',
  'information',
  'planner',
  'assistant',
  'nurse',
  'doctor',
  'helpdesk',
  'manager',
  'privacy',
] as const;

function roleOf(t: Translate, line: LogLine, reader: Reader): string {
  const { job } = agentOf(t, line, reader);
  if (job !== undefined) return job;
  const roles = roleKeys.filter((role) => line.roles.includes(role));
  return roles.map((role) => t(`access-log.role-${role}`)).join(', ');
}

/** 'Orthopedisch chirurg. Waarom: uw polikliniek behandelt u.' */
function reasonOf(t: Translate, line: LogLine, reader: Reader): string {
  const why = whyOf(t, line, reader);
  if (line.agentKind !== 'employee') return why;
  const role = roleOf(t, line, reader);
  return role === '' ? why : `${role.charAt(0).toUpperCase()}${role.slice(1)}. ${why}`;
}

function whyOf(t: Translate, line: LogLine, reader: Reader): string {
  if (line.outcome === 'denied') return t('access-log.why-denied');
  const reason = line.detail?.reason;
  if (line.type === 'emergency' && typeof reason === 'string') return t('access-log.why-reason', { reason });
  switch (line.basis) {
    case 'treatment':
      return t('access-log.why-treatment', whose(reader));
    case 'emergency':
      return t('access-log.why-emergency');
    case 'self':
      return t(line.agentId === reader.person ? 'access-log.why-self' : 'access-log.why-patient');
    case 'proxy':
    case 'parent':
    case 'legal':
      return t(`access-log.why-${line.basis}`, { reader: line.agentId === reader.person ? 'you' : 'other' });
    case 'role':
      return t(line.type === 'log' ? 'access-log.why-log' : 'access-log.why-desk');
    default:
      return t('access-log.why-portal');
  }
}

function tagOf(t: Translate, line: LogLine, reader: Reader): LogEntry['tag'] {
  if (line.outcome === 'denied') return { look: 'att', icon: 'ban', label: t('access-log.tag-denied') };
  if (line.outcome === 'failed') return { look: 'neutral', label: t('access-log.tag-failed') };
  if (line.type === 'emergency' || line.basis === 'emergency')
    return { look: 'att', icon: 'alert-triangle', label: t('access-log.tag-emergency') };
  if (line.agentKind === 'person' && line.basis !== 'self' && line.agentId !== reader.person)
    return { label: t('access-log.tag-other') };
  return undefined;
}
