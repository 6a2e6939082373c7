/** What people come for, and what care then looks like. Frequencies are rough; the shape of a record is the aim. */
import type { Person } from '../describe';

type Dose = Omit<NonNullable<Person['medicines'][number]['dose']>, 'unit' | 'per' | 'at' | 'weekdays' | 'route'> &
  Partial<NonNullable<Person['medicines'][number]['dose']>>;

export interface Remedy {
  readonly text: string;
  readonly how: string;
  readonly atc: string;
  readonly dose: Dose;
  /** A course of so many days; without it, for good. */
  readonly days?: number;
}

export interface Ailment {
  readonly text: string;
  readonly snomed: string;
  readonly icpc: string;
  readonly icpcText: string;
  /** Clinics that treat it, the first that the organisation has. The GP treats what has `notes`. */
  readonly clinics: readonly string[];
  readonly ages: readonly [from: number, until: number];
  /** Of all people of that age, how many have it. */
  readonly share: { readonly female: number; readonly male: number };
  readonly chronic: boolean;
  readonly remedies?: readonly Remedy[];
  /** Tests, with where a value goes as a share of the reference range: 0 is its low end, 1 its high end. */
  readonly tests?: Readonly<Record<string, readonly [from: number, to: number]>>;
  /** Days between two times of blood. */
  readonly every?: number;
  readonly visits: readonly string[];
  readonly report?: {
    readonly kind: 'radiology' | 'pathology' | 'ecg' | 'lung' | 'heart';
    readonly title: string;
    readonly texts: readonly string[];
  };
  readonly operation?: {
    readonly text: string;
    readonly snomed: string;
    readonly nights: number;
    readonly share: number;
  };
  readonly culture?: boolean;
  readonly emergency?: string;
  readonly goals?: readonly string[];
  readonly actions?: readonly string[];
  readonly told: readonly string[];
  readonly agreed: readonly string[];
  /** What a GP writes: subjective, objective, evaluation, plan. */
  readonly notes?: readonly (readonly [s: string, o: string, p: string])[];
}
