/** The record: what care providers wrote down about somebody, part by part, each fact with its source and date. */
import type { OpenRecord, RecordRight } from '../access';
import {
  isStaffRecord,
  page,
  type RecordSection,
  type Reply,
  type Room,
  type Route,
  recordPage,
  room,
  staffRecordPage,
  type Visit,
} from '../house';
import { namesOf } from '../zib';
import { otherParts, ownParts } from './overview';
import { IndexPage, StaffIndexPage } from './pages/index-page';
import { SectionPage } from './pages/section-page';
import { groupsOf, type Section, sections } from './sections';
import { entriesOf, mostOnPage } from './store';
import { summaryRoutes } from './summary';

async function partPage(section: Section, record: OpenRecord<'record'>, visit: Visit): Promise<Reply> {
  const entries = await entriesOf(record, section);
  const names = await namesOf(
    record,
    entries.map(({ content }) => content),
  );
  const groups = groupsOf(section, entries, { t: visit.t, names, at: record.at });
  const cut = entries.length >= mostOnPage;
  return page(
    visit.t(section.label),
    <SectionPage visit={visit} reader={record} names={names} section={section} groups={groups} cut={cut} />,
    { current: 'record' },
  );
}

const partRoutes = (section: Section): Route[] => {
  const route = {
    path: section.path,
    rights: ['record'],
    what: `record.${section.id}`,
    handle: (record: OpenRecord<'record'>, visit: Visit) => partPage(section, record, visit),
  } as const;
  return [recordPage(route), staffRecordPage(route)];
};

/** The index lists what other rooms keep of the record, wherever they answer. */
function indexRoutes(rooms: readonly Room[]): Route[] {
  const others = rooms.flatMap(({ recordSections = [] }) => recordSections);
  const rights: RecordRight[] = [...new Set(others.map(({ right }) => right))].filter((right) => right !== 'record');
  const staffPaths = new Set(
    rooms.flatMap(({ routes }) =>
      routes.flatMap((route) => (route.door === 'record' && isStaffRecord(route) ? [route.path] : [])),
    ),
  );
  const partsOf = async (listed: readonly RecordSection[], record: OpenRecord<'record'>, visit: Visit) =>
    (await Promise.all([ownParts(record, visit), otherParts(listed, record, visit)]))
      .flat()
      .sort((a, b) => a.section.order - b.section.order);
  return [
    recordPage({
      path: '/dossier',
      rights: ['record'],
      also: rights,
      what: 'record.index',
      async handle(record, visit) {
        const parts = await partsOf(others, record, visit);
        return page(visit.t('record.title'), <IndexPage visit={visit} record={record} parts={parts} />);
      },
    }),
    staffRecordPage({
      path: '/dossier',
      rights: ['record'],
      also: rights,
      what: 'record.index',
      async handle(record, visit) {
        const listed = others.filter(({ path }) => staffPaths.has(path));
        const parts = await partsOf(listed, record, visit);
        return page(visit.t('record.title'), <StaffIndexPage visit={visit} parts={parts} />);
      },
    }),
  ];
}

/** `rooms`: those whose parts the index of the record lists. */
export const record = (rooms: readonly Room[]): Room =>
  room({
    name: 'record',
    routes: [...indexRoutes(rooms), ...summaryRoutes(rooms), ...sections.flatMap(partRoutes)],
    menu: [{ id: 'record', order: 60, icon: 'folder', label: 'record.menu', path: '/dossier', right: 'record' }],
    staffTabs: [{ id: 'record', order: 10, icon: 'folder', label: 'record.menu', path: '/dossier', right: 'record' }],
  });
