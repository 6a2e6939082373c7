import type { Composition } from '@medplum/fhirtypes';
import { DocumentActions, type Visit } from '../../house';
import { Actions, Card, LinkButton, PrintButton, SummaryList } from '../../ui';
import {
  conceptText,
  EntryFoot,
  type Names,
  NoteSections,
  noteSections,
  PartPage,
  type Reader,
  SaidWords,
} from '../../zib';
import { fileKind, textOfFile } from '../files';
import { type Addressee, kindOf, stateOf, subjectOf } from '../letter';
import type { Letter } from '../store';
import { dayText, fileText, recipientText, Subject, senderText, whose } from '../words';

interface LetterProps {
  readonly visit: Visit;
  readonly reader: Reader;
  readonly letter: Letter;
  readonly names: Names;
  readonly addressee: Addressee | undefined;
  /** Where the list of letters is, within the record. */
  readonly list: string;
  /** It says something in words, so that there is a document to keep; for the patient's side. */
  readonly canKeep: boolean;
}

/** One letter: who wrote it to whom, what it says, and its files. */
export function LetterPage(props: LetterProps) {
  const { visit, reader, letter, names, list, canKeep } = props;
  const { t } = visit;
  return (
    <PartPage
      visit={visit}
      reader={reader}
      title={<Subject t={t} of={letter} />}
      back={{ href: list, label: t('letters.back') }}
    >
      <Card id="gegevens" title={t('letters.details')}>
        <SummaryList items={factsOf(props)} />
      </Card>
      <Words {...props} />
      <Files {...props} />
      {canKeep ? (
        <DocumentActions visit={visit} path={`${list}/${letter.id}`} />
      ) : (
        <Actions>
          <PrintButton>{t('letters.print')}</PrintButton>
        </Actions>
      )}
      <EntryFoot visit={visit} reader={reader} entry={letter} names={names} />
    </PartPage>
  );
}

/** Who wrote it to whom, when, and what kind of letter it is; also for the document to keep. */
export function factsOf({
  visit,
  letter,
  names,
  addressee,
}: Pick<LetterProps, 'visit' | 'letter' | 'names' | 'addressee'>) {
  const { t } = visit;
  const kind = kindOf(letter);
  const state = stateOf(letter);
  const recipient = recipientText(visit, letter, names);
  const marked = addressee === undefined ? undefined : t(`letters.recipient-${addressee}`, { whose: whose(visit) });
  return [
    { label: t('common.date'), value: <bdi>{dayText(t, letter)}</bdi> },
    { label: t('letters.sender'), value: <bdi>{senderText(visit, letter, names)}</bdi> },
    ...(recipient === undefined && marked === undefined
      ? []
      : [
          {
            label: t('letters.recipient'),
            value: (
              <>
                {recipient !== undefined && <bdi>{recipient}</bdi>}
                {recipient !== undefined && marked !== undefined && <br />}
                {marked !== undefined && <b>{marked}</b>}
              </>
            ),
          },
        ]),
    ...(kind === undefined || kind.text === subjectOf(letter)?.text
      ? []
      : [{ label: t('common.category'), value: <SaidWords t={t} said={kind} /> }]),
    ...(state === undefined ? [] : [{ label: t('letters.state'), value: t(`letters.state-${state}`) }]),
  ];
}

/** What the letter says, where it says it in words. */
function Words({ visit: { t }, letter }: LetterProps) {
  const sections = letter.type === 'Composition' ? noteSections(letter.content as Composition) : [];
  const texts = letter.files.filter((file) => fileKind(file) === 'text');
  if (sections.length === 0 && texts.length === 0) return null;
  return (
    <Card id="brief" title={t('letters.text')} hideTitle>
      <NoteSections t={t} sections={sections} />
      {texts.map((file) => (
        <div class="pp-note-part">
          {texts.length > 1 && file.title !== null && <FileTitle t={t} title={file.title} />}
          {textOfFile(file).map((paragraph) => (
            <p class="pp-prose" lang="nl" dir="auto">
              {paragraph}
            </p>
          ))}
        </div>
      ))}
    </Card>
  );
}

function FileTitle({ t, title }: { t: Visit['t']; title: string }) {
  const said = conceptText({ text: title });
  return said === undefined ? null : (
    <h3 class="pp-h3">
      <SaidWords t={t} said={said} />
    </h3>
  );
}

/** Files to keep; what can't be opened here is named, with what to do. */
function Files({ visit, letter, list }: LetterProps) {
  const { t } = visit;
  const files = letter.files.map((file) => ({ file, kind: fileKind(file) })).filter(({ kind }) => kind !== 'text');
  const empty = letter.files.length === 0 && letter.type === 'DocumentReference';
  if (files.length === 0 && !empty) return null;
  return (
    <Card id="bestanden" title={t('letters.files', { count: Math.max(1, files.length) })}>
      {empty && <p>{t('letters.file-absent')}</p>}
      <ul class="pp-facts2">
        {files.map(({ file, kind }) => (
          <li>
            <p>
              {file.title !== null && (
                <>
                  <b lang="nl">{file.title}</b>
                  <br />
                </>
              )}
              <span class="pp-muted">{fileText(t, file)}</span>
            </p>
            {kind === 'pdf' ? (
              <p class="pp-noprint">
                <LinkButton
                  icon="download"
                  look="secondary"
                  href={visit.to(`${list}/${letter.id}/bestand/${file.number}`)}
                >
                  {t('letters.download')}
                </LinkButton>
              </p>
            ) : (
              <p>{t(kind === 'absent' ? 'letters.file-absent' : 'letters.file-other')}</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
