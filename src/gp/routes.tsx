/** The pages of the GP's record, for the patient's side and for the care team. */
import type { OpenRecord } from '../access';
import { notFound, page, type Reply, type Route, recordPage, staffRecordPage, type Visit } from '../house';
import { type AnyEntry, type EntryOf, type Names, namesOf } from '../zib';
import { type Addresses, type Contact, contactOf } from './contact';
import { EpisodePage } from './pages/episode';
import { RecordPage } from './pages/record';
import { episodeOf, episodesOf, groupNotes, type NoteLine, pageOf } from './rules';
import { contactsById, episodes, findEpisode, noteLines, notesById, type Related, relatedTo } from './store';

type TheRecord = OpenRecord<'record'>;

interface Part {
  readonly path: string;
  readonly what: string;
  handle(record: TheRecord, visit: Visit): Promise<Reply>;
}

const contentsOf = (entries: readonly AnyEntry[]): unknown[] => entries.map(({ content }) => content);

/** What the database has of the contacts on a page. */
interface Loaded {
  readonly notes: readonly EntryOf<'Composition'>[];
  readonly encounters: readonly EntryOf<'Encounter'>[];
  readonly related: readonly Related[];
}

async function load(record: TheRecord, lines: readonly NoteLine[]): Promise<Loaded> {
  const encounterIds = lines.flatMap(({ encounterId }) => encounterId ?? []);
  const notes = await notesById(
    record,
    lines.map(({ id }) => id),
  );
  const encounters = await contactsById(record, encounterIds);
  return { notes, encounters, related: await relatedTo(record, encounterIds) };
}

function contactsOf(record: TheRecord, visit: Visit, loaded: Loaded, names: Names): Contact[] {
  const patientSide = record.kind !== 'staff';
  const addresses: Addresses = {
    result: patientSide ? (id) => visit.to(`/uitslagen/${id}`) : undefined,
    letter: (id) => visit.to(patientSide ? `/berichten/brieven/${id}` : `/brieven/${id}`),
  };
  return loaded.notes.map((note) =>
    contactOf(
      visit.t,
      note,
      loaded.encounters.find(({ id }) => id === note.encounterId),
      loaded.related,
      names,
      addresses,
    ),
  );
}

/** Where else things of the GP stand, as far as this reader holds the right. */
const ELSEWHERE = [
  { right: 'record', path: '/dossier/metingen', label: 'gp.elsewhere-measurements' },
  { right: 'results', path: '/uitslagen', label: 'gp.elsewhere-results' },
  { right: 'medication', path: '/medicijnen', label: 'gp.elsewhere-medicines' },
  { right: 'record', path: '/dossier/verwijzingen', label: 'gp.elsewhere-referrals' },
  { right: 'documents', path: '/berichten/brieven', label: 'gp.elsewhere-letters' },
] as const;

const elsewhereFor = ({ held }: TheRecord, { t, to }: Visit) =>
  ELSEWHERE.filter(({ right }) => held.includes(right)).map(({ path, label }) => ({ href: to(path), label: t(label) }));

const gpRecord: Part = {
  path: '/dossier/huisarts',
  what: 'gp.record',
  async handle(record, visit) {
    const entries = await episodes(record);
    const grouped = groupNotes(entries, await noteLines(record));
    const { shown, next } = pageOf(grouped.loose, visit.query.voor);
    const loaded = await load(record, shown);
    const names = await namesOf(record, contentsOf([...entries, ...loaded.notes, ...loaded.encounters]));
    const body = (
      <RecordPage
        visit={visit}
        reader={record}
        episodes={episodesOf(visit.t, entries, grouped, names)}
        loose={contactsOf(record, visit, loaded, names)}
        older={next && `/dossier/huisarts?voor=${next.id}`}
        names={names}
        elsewhere={elsewhereFor(record, visit)}
      />
    );
    return page(visit.t('gp.title'), body);
  },
};

const gpEpisode: Part = {
  path: '/dossier/huisarts/:episode',
  what: 'gp.episode',
  async handle(record, visit) {
    const entry = await findEpisode(record, visit.params.episode ?? '');
    if (entry === undefined) return notFound;
    const notes = groupNotes([entry], await noteLines(record)).of.get(entry.id) ?? [];
    const { shown, next } = pageOf(notes, visit.query.voor);
    const loaded = await load(record, shown);
    const names = await namesOf(record, contentsOf([entry, ...loaded.notes, ...loaded.encounters]));
    const body = (
      <EpisodePage
        visit={visit}
        reader={record}
        episode={episodeOf(visit.t, entry, notes, names)}
        contacts={contactsOf(record, visit, loaded, names)}
        older={next && `/dossier/huisarts/${entry.id}?voor=${next.id}`}
        names={names}
      />
    );
    return page(visit.t('gp.episode'), body);
  },
};

const rights = { rights: ['record'], also: ['results', 'medication', 'documents'] } as const;

export const routes: readonly Route[] = [gpRecord, gpEpisode].flatMap((part) => [
  recordPage({ ...part, ...rights }),
  staffRecordPage({ ...part, ...rights }),
]);
