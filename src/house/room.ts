import type { ComponentChildren, VNode } from 'preact';
import type { OpenRecord, RecordRight } from '../access';
import type { TextKey } from '../platform/i18n';
import type { IconName } from '../ui/icon-names';
import type { TagLook } from '../ui/tag';
import type { Route } from './route';
import type { Visit } from './visit';

/** An entry in the menu of the patient's side (HO-03); shown where the viewer holds its right. */
export interface MenuEntry {
  readonly id: string;
  readonly order: number;
  readonly icon: IconName;
  readonly label: TextKey;
  /** How the same part is called in somebody else's record: 'Wie bekeek dit dossier?'. */
  readonly labelOther?: TextKey;
  readonly path: string;
  /** Left out: for everybody who may open the record. */
  readonly right?: RecordRight;
  /** Left out: a part of the record, always in sight. `more`: what stands beside it, under 'Meer' and in the footer. */
  readonly group?: 'more';
  /** The same page whoever's record is open: it stands outside the record's addresses. */
  readonly outside?: boolean;
  /** The name at the top, of who signed in, leads here; only in the own record. */
  readonly account?: boolean;
}

/** What people do often, as a big link on the overview (HO-02): 'Snel regelen'. */
export interface QuickLink {
  readonly order: number;
  readonly icon: IconName;
  readonly label: TextKey;
  /** As of a MenuEntry. */
  readonly labelOther?: TextKey;
  readonly path: string;
  readonly right: RecordRight;
}

/** A page for everybody, also who is not signed in: in the footer of the public pages. */
export interface PublicLink {
  readonly order: number;
  readonly label: TextKey;
  readonly path: string;
}

/**
 * What a room gives to the overview (HO-02). `load` runs inside the opened record; undefined: nothing to show. It asks
 * the database once, before it waits for anything: all tiles' questions leave together, and one that waits for another's
 * answer meets a dead handle. The whole overview asks at most six.
 */
export interface HomeTile {
  readonly order: number;
  readonly column: 'main' | 'side';
  readonly right: RecordRight;
  load(record: OpenRecord, visit: Visit): Promise<TileContent | undefined>;
}

export interface TileContent {
  readonly body: VNode;
  /**
   * What is new, for the one sentence under the greeting, which joins all rooms': 'U heeft 2 nieuwe uitslagen en
   * 1 nieuwe brief.' `text` is a part of that sentence: number, 'nieuwe', what; no capital, no full stop.
   */
  readonly news?: { readonly count: number; readonly text: string } | undefined;
}

/** A tab on the care team's patient page. */
export interface StaffTab {
  readonly id: string;
  readonly order: number;
  readonly icon: IconName;
  readonly label: TextKey;
  readonly path: string;
  readonly right: RecordRight;
}

/** A part of the record, on the index of the record (DO-02); shown where the viewer holds its right. */
export interface RecordSection {
  readonly id: string;
  readonly order: number;
  readonly icon: IconName;
  readonly label: TextKey;
  readonly path: string;
  readonly right: RecordRight;
  /** Not on the index of somebody of whom there is nothing in it. */
  readonly hideEmpty?: true;
  /** How many facts there are and the day of the newest. Left out: the index only leads there. */
  count?(record: OpenRecord, visit: Visit): Promise<SectionCount | undefined>;
}

export interface SectionCount {
  readonly count: number;
  readonly newest: string | null;
  /** The most telling facts; with them the section is a card on the index. */
  readonly facts?: readonly SectionFact[] | undefined;
}

export interface SectionFact {
  readonly title: ComponentChildren;
  readonly sub?: ComponentChildren;
  readonly tag?: { readonly look: TagLook; readonly label: string } | undefined;
}

/** A part of the health summary, which fits one printed page (DO-01); shown where the viewer holds its right. */
export interface SummaryPart {
  readonly id: string;
  readonly order: number;
  readonly label: TextKey;
  /** Where all of it stands. */
  readonly path: string;
  readonly right: RecordRight;
  /** What the page says where there is nothing: that it was not recorded, never that it is not so. */
  readonly none: TextKey;
  /** At most so many facts: more of what must not be missed. */
  readonly most: number;
  load(record: OpenRecord, visit: Visit): Promise<SummaryContent>;
}

export interface SummaryContent {
  /** What holds now, the most important first; the page shows as many as fit and says how many more there are. */
  readonly facts: readonly SectionFact[];
  /** Who says so, as the sources name them; the organisation where they name nobody. */
  readonly sources: readonly string[];
  /** Of the oldest and the newest of it: a day, or the month or year where the source knew no more. */
  readonly oldest: string | null;
  readonly newest: string | null;
}

/** The face of a room: all that the rest of the house knows of it. */
export interface Room {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly menu?: readonly MenuEntry[];
  readonly tiles?: readonly HomeTile[];
  readonly quick?: readonly QuickLink[];
  readonly publicLinks?: readonly PublicLink[];
  readonly staffTabs?: readonly StaffTab[];
  readonly recordSections?: readonly RecordSection[];
  readonly summaryParts?: readonly SummaryPart[];
}

export const room = (face: Room): Room => face;
