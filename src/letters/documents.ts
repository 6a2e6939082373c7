/** A letter on paper: its words as a document to keep. Files that came with it keep being themselves. */
import type { Composition } from '@medplum/fhirtypes';
import { type Visit, wordsOf } from '../house';
import type { Block, DocumentContent } from '../platform/pdf';
import { documentWords, type Names, noteBlocks, noteSections, sourceWords } from '../zib';
import { fileKind, textOfFile } from './files';
import { type Addressee, subjectOf } from './letter';
import { factsOf } from './pages/one';
import type { Letter } from './store';
import { fileText } from './words';

interface Parts {
  readonly letter: Letter;
  readonly names: Names;
  readonly addressee: Addressee | undefined;
}

/** Whether it says anything in words; a letter that is only a file is fetched as that file. */
export const hasWords = (letter: Letter): boolean =>
  sectionsOf(letter).length > 0 || letter.files.some((file) => fileKind(file) === 'text');

const sectionsOf = (letter: Letter) =>
  letter.type === 'Composition' ? noteSections(letter.content as Composition) : [];

export function letterDocument(visit: Visit, { letter, names, addressee }: Parts): DocumentContent {
  const { t, language } = visit;
  const subject = subjectOf(letter);
  const facts = factsOf({ visit, letter, names, addressee });
  return {
    title: subject === undefined ? t('letters.no-subject') : documentWords(t, subject),
    above: t('letters.one-title'),
    blocks: [
      { kind: 'facts', items: facts.map(({ label, value }) => ({ label, value: wordsOf(language, value) })) },
      ...noteBlocks(t, sectionsOf(letter), 2),
      ...texts(visit, letter),
      ...otherFiles(visit, letter),
    ],
  };
}

function texts({ t }: Visit, letter: Letter): Block[] {
  return letter.files
    .filter((file) => fileKind(file) === 'text')
    .flatMap((file, _, all): Block[] => [
      {
        kind: 'heading',
        level: 2,
        text: all.length > 1 && file.title !== null ? documentWords(t, { text: file.title }) : t('letters.text'),
      },
      ...textOfFile(file).map((text): Block => ({ kind: 'paragraph', text: sourceWords(t, text) })),
    ]);
}

/** What came with it as a file is named: it is not in this document. */
function otherFiles({ t }: Visit, letter: Letter): Block[] {
  const files = letter.files.filter((file) => fileKind(file) !== 'text');
  if (files.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t('letters.files', { count: files.length }) },
    { kind: 'list', items: files.map((file) => [file.title, fileText(t, file)].filter(Boolean).join(', ')) },
    { kind: 'small', text: t('letters.document-files') },
  ];
}
