/** Letters for the patient's side, and the same for the care team with what the patient sees. */
import type { OpenRecord } from '../access';
import { file, notFound, page, type Reply, recordDocument, recordPage, staffRecordPage, type Visit } from '../house';
import { namesOf } from '../zib';
import { readCursor } from './cursor';
import { hasWords, letterDocument } from './documents';
import { downloadName, fileKind } from './files';
import { addresseeOf, type LetterEntry, recipientsOf, sendersOf } from './letter';
import { LetterList, type ListProps } from './pages/list';
import { LetterPage } from './pages/one';
import { StaffLetters } from './pages/staff';
import { addresseesOf, findFile, findLetter, letterPage, markOpened } from './store';

type LettersRecord = OpenRecord<'documents'>;

const lettersAt = '/berichten/brieven';
const staffLettersAt = '/brieven';

/** What lists and pages say of whom these letters are from and to. */
async function peopleOf(record: LettersRecord, letters: readonly LetterEntry[]) {
  const named = letters.map((letter) => [sendersOf(letter), recipientsOf(letter)]);
  const known = await addresseesOf(record, letters);
  return { names: await namesOf(record, named), addressee: (letter: LetterEntry) => addresseeOf(letter, known) };
}

const list = (path: string, heading: ListProps['heading']) =>
  recordPage({
    path,
    rights: ['documents'],
    also: ['record'],
    what: 'letters.list',
    async handle(record, visit) {
      const after = readCursor(visit.query.voor);
      const { letters, next } = await letterPage(record, after);
      const people = await peopleOf(record, letters);
      return page(
        visit.t(heading),
        <LetterList
          visit={visit}
          letters={letters}
          next={next}
          {...people}
          older={after !== undefined}
          heading={heading}
        />,
        { current: 'messages' },
      );
    },
  });

async function one(record: LettersRecord, visit: Visit, back: string): Promise<Reply> {
  const letter = await findLetter(record, visit.params.brief ?? '');
  if (letter === undefined) return notFound;
  const { names, addressee } = await peopleOf(record, [letter]);
  await markOpened(record, letter.id);
  return page(
    visit.t('letters.one-title'),
    <LetterPage
      visit={visit}
      reader={record}
      letter={letter}
      names={names}
      addressee={addressee(letter)}
      list={back}
      canKeep={record.kind !== 'staff' && hasWords(letter)}
    />,
    { current: 'messages' },
  );
}

/** Only what is a PDF, to keep; everything else is as if it were not there. */
async function download(record: LettersRecord, visit: Visit): Promise<Reply> {
  const number = /^[1-9]\d{0,3}$/.test(visit.params.nummer ?? '') ? Number(visit.params.nummer) : 0;
  const found = await findFile(record, visit.params.brief ?? '', number);
  if (found === undefined || fileKind(found) !== 'pdf') return notFound;
  const name = downloadName(found.date ?? undefined, number);
  return file(name, 'application/pdf', Buffer.from(found.data, 'base64'));
}

const filePath = (at: string) => `${at}/:brief/bestand/:nummer`;

export const patientRoutes = [
  list('/berichten', 'letters.messages'),
  list(lettersAt, 'letters.title'),
  recordPage({
    path: `${lettersAt}/:brief`,
    rights: ['documents'],
    also: ['record'],
    what: 'letters.one',
    handle: (record, visit) => one(record, visit, lettersAt),
  }),
  recordPage({ path: filePath(lettersAt), rights: ['documents'], what: 'letters.file', handle: download }),
  ...recordDocument({
    path: `${lettersAt}/:brief`,
    rights: ['documents'],
    what: 'letters.one-pdf',
    name: 'brief',
    async build(record, visit) {
      const letter = await findLetter(record, visit.params.brief ?? '');
      if (letter === undefined) return undefined;
      const { names, addressee } = await peopleOf(record, [letter]);
      await markOpened(record, letter.id);
      return letterDocument(visit, { letter, names, addressee: addressee(letter) });
    },
  }),
];

export const staffRoutes = [
  staffRecordPage({
    path: staffLettersAt,
    rights: ['documents'],
    also: ['record'],
    what: 'letters.staff-list',
    async handle(record, visit) {
      const { letters, next } = await letterPage(record, readCursor(visit.query.voor));
      const people = await peopleOf(record, letters);
      return page(
        visit.t('letters.title'),
        <StaffLetters visit={visit} letters={letters} next={next} at={record.at} list={staffLettersAt} {...people} />,
      );
    },
  }),
  staffRecordPage({
    path: `${staffLettersAt}/:brief`,
    rights: ['documents'],
    also: ['record'],
    what: 'letters.staff-one',
    handle: (record, visit) => one(record, visit, staffLettersAt),
  }),
  staffRecordPage({
    path: filePath(staffLettersAt),
    rights: ['documents'],
    what: 'letters.staff-file',
    handle: download,
  }),
];
