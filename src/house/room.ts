import type { VNode } from 'preact';
import type { OpenRecord, RecordRight } from '../access';
import type { TextKey } from '../platform/i18n';
import type { IconName } from '../ui/icon-names';
import type { Route } from './route';
import type { Visit } from './visit';

/** An entry in the menu of the patient's side (HO-03); shown where the viewer holds its right. */
export interface MenuEntry {
  readonly id: string;
  readonly order: number;
  readonly icon: IconName;
  readonly label: TextKey;
  readonly path: string;
  /** Left out: for everybody who may open the record. */
  readonly right?: RecordRight;
}

/** What a room gives to the overview (HO-02). `load` runs inside the opened record; undefined: nothing to show. */
export interface HomeTile {
  readonly order: number;
  readonly column: 'main' | 'side';
  readonly right: RecordRight;
  load(record: OpenRecord, visit: Visit): Promise<TileContent | undefined>;
}

export interface TileContent {
  readonly body: VNode;
  /** How many new things, for the sentence under the greeting: 'U heeft 2 nieuwe uitslagen'. */
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

/** The face of a room: all that the rest of the house knows of it. */
export interface Room {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly menu?: readonly MenuEntry[];
  readonly tiles?: readonly HomeTile[];
  readonly staffTabs?: readonly StaffTab[];
}

export const room = (face: Room): Room => face;
