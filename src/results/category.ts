import type { KnownCategory, ResultCategory } from './categories';
import { byLoinc, bySection, bySnomed } from './category-codes';

export type ResultCode = { readonly system?: string | undefined; readonly code: string };

/** An organisation's own code with its category; without a system it holds in every system. */
export type CategoryOfCode = { system?: string | undefined; code: string; category: KnownCategory };

const loinc = 'http://loinc.org';
const snomed = 'http://snomed.info/sct';
const section = /v2[-/]0074$/;
const observationCategory = /observation-category$/;

/** The same test can carry codes of several kinds: the one that asks most care decides. */
const mostCareFirst: readonly KnownCategory[] = [
  'genetics',
  'hla',
  'sti',
  'pathology',
  'transfusion',
  'microbiology',
  'function',
  'radiology',
  'haematology',
  'chemistry',
  'other',
];

/**
 * The category of a result by all its codes: of the test, of the report, of the laboratory's section, of FHIR's
 * observation-category. The organisation's own table goes first, then the test (LOINC, SNOMED CT), then the section
 * (HL7 table 0074), then 'imaging'. That something comes from 'the laboratory' says too little: `unknown`.
 */
export function categoryOf(codes: readonly ResultCode[], own: readonly CategoryOfCode[] = []): ResultCategory {
  return (
    mostCareful(codes.flatMap((code) => own.filter((entry) => isSame(entry, code)).map((entry) => entry.category))) ??
    mostCareful(codes.flatMap(byTest)) ??
    mostCareful(codes.flatMap(byPlace)) ??
    'unknown'
  );
}

/** The category of a report with parts: its own, or a part's when that asks more care; unknown if all are. */
export function categoryOfReport(report: ResultCategory, parts: readonly ResultCategory[]): ResultCategory {
  const known = [report, ...parts].filter((category) => category !== 'unknown');
  return mostCareful(known) ?? 'unknown';
}

export function isSame(entry: ResultCode, code: ResultCode): boolean {
  return entry.code === code.code && (entry.system === undefined || entry.system === code.system);
}

function byTest({ system, code }: ResultCode): KnownCategory[] {
  const found = system === loinc ? byLoinc.get(code) : system === snomed ? bySnomed.get(code) : undefined;
  return found === undefined ? [] : [found];
}

function byPlace({ system = '', code }: ResultCode): KnownCategory[] {
  if (observationCategory.test(system)) return code === 'imaging' ? ['radiology'] : [];
  const found = section.test(system) ? bySection.get(code) : undefined;
  return found === undefined ? [] : [found];
}

function mostCareful(categories: readonly KnownCategory[]): KnownCategory | undefined {
  return mostCareFirst.find((category) => categories.includes(category));
}
