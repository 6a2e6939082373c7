/** What a report says in words, taken from FHIR (R4 DiagnosticReport and Observation). Pure. */
import type { Attachment, DiagnosticReport, Observation } from '@medplum/fhirtypes';
import { conceptWords } from './reading';

export type ResultContent = DiagnosticReport | Observation;

export interface ReportWords {
  readonly conclusion: readonly string[];
  /** The report's own text, where it came as text. */
  readonly texts: readonly string[];
  /** A document that came as a file; it can't be shown as text. */
  readonly hasFile: boolean;
  /** Who made it, as the source names them. */
  readonly authors: readonly string[];
}

const longest = 200_000;

export function reportWords(content: ResultContent): ReportWords {
  const authors = namesOf(content);
  if (content.resourceType === 'Observation') return { conclusion: [], texts: [], hasFile: false, authors };
  const forms = content.presentedForm ?? [];
  const texts = forms.flatMap((form) => textOfForm(form) ?? []);
  const codes = (content.conclusionCode ?? []).flatMap((concept) => conceptWords(concept) ?? []);
  const conclusion = content.conclusion === undefined ? codes : [content.conclusion];
  return { conclusion, texts, hasFile: forms.length > texts.length, authors };
}

/** The FHIR statuses that ask for a remark beside the title. */
export function stateOf(status: string | null): 'incomplete' | 'corrected' | undefined {
  if (status === 'partial' || status === 'preliminary' || status === 'registered') return 'incomplete';
  return status === 'amended' || status === 'corrected' || status === 'appended' ? 'corrected' : undefined;
}

function namesOf(content: ResultContent): string[] {
  const interpreters = content.resourceType === 'DiagnosticReport' ? (content.resultsInterpreter ?? []) : [];
  const named = [...interpreters, ...(content.performer ?? [])].flatMap(({ display }) => display ?? []);
  return [...new Set(named)];
}

/** Plain text only: anything that could carry markup is not shown. An address (`url`) is never fetched. */
function textOfForm({ contentType, data }: Attachment): string | undefined {
  if (data === undefined || !/^text\/plain\b/i.test(contentType ?? '')) return undefined;
  const latin = /charset=("?)(iso-8859-1|windows-1252)\1/i.test(contentType ?? '');
  const text = new TextDecoder(latin ? 'windows-1252' : 'utf-8').decode(Buffer.from(data, 'base64'));
  return text.slice(0, longest).replace(/\r\n?/g, '\n').trim() || undefined;
}
