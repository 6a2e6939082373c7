import type { Visit } from '../../house';
import { Details, FactItem, FactLines, Facts } from '../../ui';
import { EntryFoot, type Names, paragraphsOf, type Reader, SaidWords } from '../../zib';
import type { Fact, Line, Value } from '../fact';

/** What is needed to show facts: for whom, and what references are called. */
export interface Showing {
  readonly visit: Visit;
  readonly reader: Reader;
  readonly names: Names;
}

export function ValueWords({ visit: { t }, value }: { visit: Visit; value: Value }) {
  return typeof value === 'string' ? <bdi>{value}</bdi> : <SaidWords t={t} said={value} />;
}

function Values({ visit, values }: { visit: Visit; values: readonly Value[] }) {
  return (
    <>
      {values.map((value, index) => (
        <>
          {index > 0 && ', '}
          <ValueWords visit={visit} value={value} />
        </>
      ))}
    </>
  );
}

/** So many lines stand under a fact; more are folded in. */
const linesInSight = 3;

export function FactList({ facts, ...showing }: Showing & { facts: readonly Fact[] }) {
  return (
    <Facts>
      {facts.map((fact) => (
        <OneFact {...showing} fact={fact} />
      ))}
    </Facts>
  );
}

/** A fact with all that the record says of it; DO-02: who says so, and when. */
export function OneFact({ fact, children, ...showing }: Showing & { fact: Fact; children?: preact.ComponentChildren }) {
  const { visit, reader, names } = showing;
  const { t } = visit;
  const { title, value, when, tag, lines, notes, parts, entry } = fact;
  const folded = lines.length > linesInSight ? lines.slice(linesInSight - 1) : [];
  const inSight = folded.length > 0 ? lines.slice(0, linesInSight - 1) : lines;
  return (
    <FactItem
      title={<ValueWords visit={visit} value={title} />}
      value={value === undefined ? undefined : <ValueWords visit={visit} value={value} />}
      sub={when === undefined ? undefined : <bdi>{asSentence(when)}</bdi>}
      tag={tag}
    >
      <Lines visit={visit} lines={inSight} />
      {notes
        .filter((note) => note !== textOf(title))
        .flatMap(paragraphsOf)
        .map((note) => (
          <p class="pp-fact__n pp-prose" lang="nl">
            {note}
          </p>
        ))}
      {folded.length > 0 && (
        <Details summary={t('record.more')}>
          <Lines visit={visit} lines={folded} />
        </Details>
      )}
      {parts.length > 0 && <FactLines lines={parts.map((part) => partLine(visit, part))} />}
      {children}
      <EntryFoot visit={visit} reader={reader} entry={entry} names={names} />
    </FactItem>
  );
}

/** What stands on a line of its own begins with a capital. */
export const asSentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const textOf = (value: Value) => (typeof value === 'string' ? value : value.text);

function Lines({ visit, lines }: { visit: Visit; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <FactLines
      lines={lines.map(({ label, values }) => ({
        label: <ValueWords visit={visit} value={label} />,
        value: <Values visit={visit} values={values} />,
      }))}
    />
  );
}

/** A member of a panel in one line: its value, what else it says, and remarks. */
function partLine(visit: Visit, { title, value, lines, notes }: Fact) {
  const values = [...(value === undefined ? [] : [value]), ...lines.flatMap((line) => line.values)];
  return {
    label: <ValueWords visit={visit} value={title} />,
    value: (
      <>
        <Values visit={visit} values={values} />
        {notes.map((note) => (
          <p class="pp-small pp-prose" lang="nl">
            {note}
          </p>
        ))}
      </>
    ),
  };
}
