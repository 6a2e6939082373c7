/** Reports of consultations (FHIR Composition, ClinicalImpression). */
import type { Translate } from '../platform/i18n';
import {
  conceptText,
  conceptTexts,
  type EntryOf,
  type Names,
  type NoteSection,
  noteSections,
  paragraphsOf,
  type Said,
} from '../zib';

/** Of Composition: consultation note, and nl-core-SOAPReport. GP contacts (67781-5) stand in the GP record. */
export const reportCodes = ['http://loinc.org|11488-4', 'http://snomed.info/sct|11591000146107'] as const;

export type ReportEntry = EntryOf<'Composition'> | EntryOf<'ClinicalImpression'>;

/** Reports among the notes of the record. */
export const isReport = (entry: ReportEntry): boolean =>
  entry.type === 'ClinicalImpression' || (reportCodes as readonly string[]).includes(entry.code ?? '');

/** What a report is called; undefined where the source gives it no name. */
export function reportTitle({ content }: ReportEntry): Said | undefined {
  if (content.resourceType === 'ClinicalImpression') return conceptText(content.code);
  const title = content.title?.trim();
  return title ? { text: title } : conceptText(content.type);
}

/** Who wrote it, as the source names them. */
export function authorsOf({ content }: ReportEntry, names: Names): string[] {
  const references = content.resourceType === 'Composition' ? content.author : [content.assessor];
  return [...new Set((references ?? []).flatMap((reference) => names.of(reference, content) ?? []))];
}

/** A corrected report says so. */
export const isCorrected = ({ content }: ReportEntry): boolean =>
  content.resourceType === 'Composition' && content.status === 'amended';
export const isPreliminary = ({ content }: ReportEntry): boolean =>
  content.status === 'preliminary' || content.status === 'in-progress';

/** Headings and plain paragraphs. */
export function sectionsOf(t: Translate, { content }: ReportEntry, names: Names): NoteSection[] {
  if (content.resourceType === 'Composition') return noteSections(content);
  const named = (references: Parameters<Names['of']>[0][] | undefined) =>
    (references ?? []).flatMap((reference) => names.of(reference, content) ?? []);
  const parts: [heading: string, paragraphs: readonly string[]][] = [
    [t('care-plans.impression-description'), paragraphsOf(content.description)],
    [t('care-plans.impression-problems'), named(content.problem)],
    ...(content.investigation ?? []).map(({ code, item }): [string, string[]] => [
      conceptText(code)?.text ?? t('care-plans.impression-investigation'),
      named(item),
    ]),
    [
      t('care-plans.impression-findings'),
      (content.finding ?? []).flatMap(({ itemCodeableConcept, itemReference, basis }) => {
        const what = conceptText(itemCodeableConcept)?.text ?? names.of(itemReference, content);
        return what === undefined ? [] : [basis ? `${what}: ${basis}` : what];
      }),
    ],
    [t('care-plans.impression-summary'), paragraphsOf(content.summary)],
    [t('care-plans.impression-prognosis'), conceptTexts(content.prognosisCodeableConcept).map(({ text }) => text)],
    [t('care-plans.impression-remarks'), (content.note ?? []).flatMap(({ text }) => paragraphsOf(text))],
  ];
  return parts
    .filter(([, paragraphs]) => paragraphs.length > 0)
    .map(([text, paragraphs]) => ({
      soep: undefined,
      heading: { text },
      about: undefined,
      paragraphs,
      empty: undefined,
      sections: [],
    }));
}
