/** HO-03: the menu of the patient's side, from what the rooms contribute and what the reader may open. */
import type { RecordRight } from '../access';
import type { NavItem } from '../ui';
import type { PageReply } from './reply';
import type { MenuEntry, Room } from './room';
import type { Visit } from './visit';

/** Of whose record the menu is: '' is the own one. */
export interface MenuOf {
  readonly base: string;
  readonly own: boolean;
  readonly held: readonly RecordRight[];
}

export interface Menu {
  /** The parts of the record. */
  readonly main: readonly NavItem[];
  /** What stands beside it. */
  readonly more: readonly NavItem[];
  /** On phones: four and 'Meer', or all of them where they fit. */
  readonly tabs: readonly NavItem[];
  readonly moreTabs: readonly NavItem[];
  /** Where the name of who signed in leads. */
  readonly account: string | undefined;
}

export const noMenu: Menu = { main: [], more: [], tabs: [], moreTabs: [], account: undefined };

const tabPlaces = 5;

export function menuOf(rooms: readonly Room[], visit: Visit, content: PageReply, of: MenuOf): Menu {
  const entries = rooms
    .flatMap(({ menu = [] }) => menu)
    .filter(({ right }) => right === undefined || of.held.includes(right))
    .sort((a, b) => a.order - b.order);
  const item = (entry: MenuEntry): NavItem => ({
    href: entry.outside ? entry.path : `${of.base}${entry.path}`,
    icon: entry.icon,
    label: visit.t(of.own ? entry.label : (entry.labelOther ?? entry.label)),
    current: isCurrent(entry, visit, content),
  });
  const main = entries.filter(({ group }) => group === undefined).map(item);
  const more = entries.filter(({ group }) => group === 'more').map(item);
  const account = of.own ? entries.find((entry) => entry.account)?.path : undefined;
  const all = [...main, ...more];
  if (all.length <= tabPlaces) return { main, more, tabs: all, moreTabs: [], account };
  const seen = main.slice(0, tabPlaces - 1);
  return { main, more, tabs: seen, moreTabs: all.slice(seen.length), account };
}

function isCurrent(entry: MenuEntry, visit: Visit, content: PageReply): boolean {
  if (content.current !== undefined) return content.current === entry.id;
  const here = visit.path.slice(visit.base.length).split('?')[0] ?? '';
  return here === entry.path || here.startsWith(`${entry.path}/`);
}
