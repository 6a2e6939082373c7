/** What a Composition says: its sections as headings and plain paragraphs. */
import type { CodeableConcept, Composition, CompositionSection, Extension } from '@medplum/fhirtypes';
import type { Translate } from '../platform/i18n';
import { conceptText, type Said, SaidWords } from './concept';
import { narrativeText } from './narrative';

/** The four lines of a GP's note: subjective, objective, evaluation, plan. */
export type Soep = 's' | 'o' | 'e' | 'p';

export interface NoteSection {
  /** What kind of line it is, where the note is written in such lines. */
  readonly soep: Soep | undefined;
  readonly heading: Said | undefined;
  /** The complaint or diagnosis that a line is filed under (ICPC), in the source's words. */
  readonly about: Said | undefined;
  readonly paragraphs: readonly string[];
  /** Why there is nothing, where the source says so. */
  readonly empty: Said | undefined;
  readonly sections: readonly NoteSection[];
}

/** By the code systems of MedMij's GP data and of nl-core-SOAPReport. */
const SOEP: Readonly<Record<string, Soep>> = {
  S: 's',
  O: 'o',
  E: 'e',
  P: 'p',
  '255362007': 's',
  '260224007': 'o',
  '129265001': 'e',
  '129271007': 'p',
};
const SOEP_SYSTEMS = new Set(['http://fhir.nl/fhir/NamingSystem/journaalregeltypen', 'http://snomed.info/sct']);

/** Which line of a GP's note a code stands for. */
export const soepOf = (code: CodeableConcept | undefined): Soep | undefined =>
  (code?.coding ?? [])
    .filter(({ system }) => system !== undefined && SOEP_SYSTEMS.has(system))
    .flatMap((coding) => (Object.hasOwn(SOEP, coding.code ?? '') ? (SOEP[coding.code ?? ''] ?? []) : []))[0];

const ABOUT = /\/(code-icpc-1-nl|ext-SOAPReport\.SOAPLineCode)$/;

const deepest = 4;

/** The sections in the order of the source; those that say nothing at all are left out. */
export const noteSections = ({ section }: Pick<Composition, 'section'>): NoteSection[] => sectionsOf(section, 1);

function sectionsOf(sections: readonly CompositionSection[] | undefined, depth: number): NoteSection[] {
  if (depth > deepest) return [];
  return (sections ?? []).map((section) => sectionOf(section, depth)).filter(saysSomething);
}

function sectionOf(section: CompositionSection, depth: number): NoteSection {
  const soep = soepOf(section.code);
  const title = section.title?.trim();
  const about = (section.extension ?? []).find(({ url }: Extension) => url !== undefined && ABOUT.test(url));
  return {
    soep,
    heading: title ? { text: title } : conceptText(section.code),
    about: conceptText(about?.valueCodeableConcept),
    paragraphs: narrativeText(section.text?.div),
    empty: conceptText(section.emptyReason),
    sections: sectionsOf(section.section, depth + 1),
  };
}

const saysSomething = ({ paragraphs, empty, sections, about }: NoteSection): boolean =>
  paragraphs.length > 0 || sections.length > 0 || empty !== undefined || about !== undefined;

interface NoteProps {
  readonly t: Translate;
  readonly sections: readonly NoteSection[];
  /** Of the headings: one below that of what holds the note. */
  readonly level?: 3 | 4 | 5 | undefined;
}

/** A note as headings and paragraphs, in the language that it was written in. */
export function NoteSections({ t, sections, level = 3 }: NoteProps) {
  return (
    <>
      {sections.map((section) => (
        <div class="pp-note-part">
          <Heading t={t} section={section} level={level} />
          {section.about !== undefined && (
            <p class="pp-small pp-muted">
              <SaidWords t={t} said={section.about} />
            </p>
          )}
          {section.paragraphs.map((paragraph) => (
            <p lang="nl" dir="auto">
              {paragraph}
            </p>
          ))}
          {section.paragraphs.length === 0 && section.empty !== undefined && (
            <p class="pp-muted">
              <SaidWords t={t} said={section.empty} />
            </p>
          )}
          <NoteSections t={t} sections={section.sections} level={level === 3 ? 4 : 5} />
        </div>
      ))}
    </>
  );
}

function Heading({ t, section: { soep, heading }, level }: { t: Translate; section: NoteSection; level: 3 | 4 | 5 }) {
  const words =
    soep !== undefined ? t(`zib.soep-${soep}`) : heading === undefined ? undefined : <SaidWords t={t} said={heading} />;
  if (words === undefined) return null;
  if (level === 3) return <h3 class="pp-h3">{words}</h3>;
  return level === 4 ? <h4 class="pp-h3">{words}</h4> : <h5 class="pp-h3">{words}</h5>;
}
