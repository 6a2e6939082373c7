import { describe, expect, test } from 'vitest';
import { recordRights } from '../access';
import { texts } from '../platform/i18n';
import { page } from './index';
import { menuOf } from './menu';
import type { MenuEntry, Room } from './room';
import type { Visit } from './visit';

const entry = (id: string, order: number, rest: Partial<MenuEntry> = {}): MenuEntry => ({
  id,
  order,
  icon: 'home',
  label: 'common.patient',
  path: `/${id}`,
  ...rest,
});
const rooms = (...menus: MenuEntry[][]): Room[] =>
  menus.map((menu, index) => ({ name: `room ${index}`, routes: [], menu }));
const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => entry(id, index));
const visit = (path: string, base = '') => ({ t: texts('nl'), path, base }) as Visit;
const content = page('x', 'x' as never);
const own = { base: '', own: true, held: recordRights };
const hrefs = (items: readonly { href: string }[]) => items.map(({ href }) => href);

describe('HO-03 the menu, from what rooms contribute', () => {
  test('in their order, whatever the order of the rooms; only what the reader may open', () => {
    const menu = menuOf(
      rooms([entry('z', 30), entry('log', 20, { right: 'proxies' })], [entry('y', 10, { right: 'results' })]),
      visit('/z'),
      content,
      { ...own, held: ['results'] },
    );
    expect(hrefs(menu.main)).toEqual(['/y', '/z']);
  });

  test('on a phone five, or four and the rest behind Meer', () => {
    const few = menuOf(rooms(six.slice(0, 3), [entry('m', 90, { group: 'more' })]), visit('/a'), content, own);
    expect([hrefs(few.tabs), few.moreTabs]).toEqual([['/a', '/b', '/c', '/m'], []]);
    const many = menuOf(rooms(six, [entry('m', 1, { group: 'more' })]), visit('/a'), content, own);
    expect(hrefs(many.tabs)).toEqual(['/a', '/b', '/c', '/d']);
    expect(hrefs(many.moreTabs)).toEqual(['/e', '/f', '/m']);
    expect(hrefs(many.main)).toHaveLength(6);
    expect(hrefs(many.more)).toEqual(['/m']);
  });

  test('within another’s record its own addresses and words, but for what stands outside every record', () => {
    const menu = menuOf(
      rooms([
        entry('in', 1, { label: 'common.patient', labelOther: 'common.name', account: true }),
        entry('out', 2, { outside: true }),
      ]),
      visit('/namens/x/in', '/namens/x'),
      content,
      { base: '/namens/x', own: false, held: recordRights },
    );
    expect(hrefs(menu.main)).toEqual(['/namens/x/in', '/out']);
    expect(menu.main[0]).toMatchObject({ label: 'Naam', current: true });
    expect(menu.account).toBeUndefined();
  });

  test('says where one is, also below an entry and where the page says so itself', () => {
    const at = (path: string, current?: string) =>
      menuOf(rooms(six), visit(path), current === undefined ? content : page('x', 'x' as never, { current }), own)
        .main.filter((item) => item.current)
        .map(({ href }) => href);
    expect(at('/b?x=1')).toEqual(['/b']);
    expect(at('/b/c')).toEqual(['/b']);
    expect(at('/bc')).toEqual([]);
    expect(at('/elders', 'f')).toEqual(['/f']);
  });

  test('the name at the top leads to the own details, in the own record alone', () => {
    expect(menuOf(rooms([entry('me', 1, { account: true })]), visit('/'), content, own).account).toBe('/me');
  });
});
