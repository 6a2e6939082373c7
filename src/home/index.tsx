/** The overview: what each room has to say about the open record (HO-02, HO-05, IN-03). */
import { type OpenRecord, recordRights } from '../access';
import {
  type HomeTile,
  page,
  type QuickLink,
  type Room,
  recordPage,
  room,
  type TileContent,
  type Visit,
} from '../house';
import { Overview } from './overview';

interface Loaded {
  readonly column: HomeTile['column'];
  readonly content: TileContent;
}

/** `rooms`: all others, whose tiles stand on the overview in their own order. */
export const home = (rooms: readonly Room[]): Room => {
  const tiles = rooms.flatMap((other) => other.tiles ?? []).sort((a, b) => a.order - b.order);
  const quick = rooms.flatMap((other) => other.quick ?? []).sort((a, b) => a.order - b.order);
  return room({
    name: 'home',
    routes: [
      recordPage({
        path: '/overzicht',
        rights: [],
        also: recordRights,
        for: ['self', 'limited', 'proxy', 'parent', 'legal'],
        what: 'home.overview',
        atOnce: true,
        async handle(record, visit) {
          const loaded = await loadTiles(tiles, record, visit);
          const column = (name: HomeTile['column']) =>
            loaded.filter((tile) => tile.column === name).map(({ content }) => content);
          return page(
            visit.t('home.title'),
            <Overview
              visit={visit}
              record={record}
              main={column('main')}
              side={column('side')}
              quick={quickFor(quick, record)}
            />,
          );
        },
      }),
    ],
    menu: [{ id: 'home', order: 10, icon: 'home', label: 'home.menu', path: '/overzicht' }],
  });
};

/** More than these are a menu, and that is there already. */
const quickPlaces = 4;

const quickFor = (quick: readonly QuickLink[], { held }: OpenRecord): QuickLink[] =>
  quick.filter(({ right }) => held.includes(right)).slice(0, quickPlaces);

/** All at once: what they ask leaves in one write. */
async function loadTiles(tiles: readonly HomeTile[], record: OpenRecord, visit: Visit): Promise<Loaded[]> {
  const asked = tiles
    .filter(({ right }) => record.held.includes(right))
    .map(async ({ column, load }) => ({ column, content: await load(record, visit) }));
  const answered = await Promise.all(asked);
  return answered.flatMap(({ column, content }) => (content === undefined ? [] : [{ column, content }]));
}
