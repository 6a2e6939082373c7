/** Which observations belong to how somebody lives, and under which heading the measured ones stand. */
import type { CodeableConcept } from '@medplum/fhirtypes';
import { soepOf } from '../zib';

export type LifeGroup = 'habits' | 'living' | 'society' | 'family' | 'illness' | 'life-other';
export type MeasureGroup =
  | 'vital'
  | 'scores'
  | 'abilities'
  | 'senses'
  | 'excretion'
  | 'wound'
  | 'pregnancy'
  | 'child'
  | 'other';
export type ObservationGroup = LifeGroup | MeasureGroup;

/** Codes (SNOMED CT, LOINC) of the zibs, by heading. A code that is not here falls under its category, else 'other'. */
const CODES: Readonly<Record<ObservationGroup, readonly string[]>> = {
  habits: [
    '228273003', // alcohol use
    '160573003', // alcohol intake
    '897148007',
    '365980008', // tobacco use
    '229819007',
    '72166-2', // tobacco smoking status
    '401201003', // pack years
    '228366006', // drug use
    '74204-9',
    '364393001', // nutrition
    '289141003', // feeding
    '81663-7',
  ],
  living: ['365508006', '118871000146108', '224249004', '75274-1', '63512-8', '160724006', '54531-9'],
  society: [
    '314845004',
    '405081003',
    '364703007',
    '61581-9',
    '118183008',
    '105421008',
    '82589-3',
    '224297008',
    '297288007',
  ],
  family: [
    '365470003',
    '125678006',
    '125676002',
    '43847-0',
    '75759-1',
    '302161002',
    '365481000',
    '224130005',
    '408398006',
  ],
  illness: ['363910003', '364667003', '27026000', '395023009', '160245001'],
  'life-other': ['160695008', '428996008', '186034007', '243114000'],
  vital: [
    '85354-9',
    '75367002',
    '8302-2',
    '50373000',
    '29463-7',
    '27113001',
    '2708-6',
    '59408-5',
    '431314004',
    '9843-4',
    '8867-4',
    '364075005',
    '301112006',
    '366199006',
    '8893-0',
    '44969-4',
    '8310-5',
    '386725007',
    '9279-1',
    '86290005',
    '39156-5',
    '60621009',
    '422834003',
    '252465000',
  ],
  scores: [
    '9271-8',
    '9274-2',
    '9272-6',
    '273302005',
    '108301000146109',
    '55681000146102',
    '108291000146105',
    '35088-4',
    '9269-2',
    '414648004',
    '225908003',
    '72514-3',
    '38208-5',
    '108321000146101',
    '8881000146104',
    '108311000146106',
    '108341000146107',
    '118391000146107',
    '75856-7',
    '414923007',
  ],
  abilities: [
    '165235000',
    '288852001',
    '288851008',
    '288883002',
    '288843005',
    '704434006',
    '284779002',
    '284785009',
    '284888003',
    '301438001',
    '282869009',
    '249868004',
    '364666007',
    '282097004',
    '300828005',
    '110292000',
    '284783002',
    '365242008',
  ],
  senses: ['47078008', '281004000', '260246004', '363983007', '29544009'],
  excretion: [
    '111989001',
    '9397-1',
    '443172007',
    '129008009',
    '162098000',
    '251852001',
    '251841007',
    '9108-2',
    '9257-7',
    '129009001',
    '364202003',
    '129847007',
    '439053001',
  ],
  wound: [
    '225552003',
    '360531000146101',
    '39126-8',
    '39125-0',
    '39127-6',
    '360541000146109',
    '449747006',
    '298007001',
    '148641000146109',
    '405009004',
    '449745003',
    '89415-2',
  ],
  pregnancy: [
    '118185001',
    '161714006',
    '161732006',
    '364325004',
    '57036006',
    '11778-8',
    '82810-3',
    '21840007',
    '118212000',
  ],
  child: ['42798-9', '311465003', '61909002', '282716004', '275818006', '275819003', '289145007', '364644000'],
  other: [],
};

const BY_CODE = new Map(
  (Object.entries(CODES) as [ObservationGroup, readonly string[]][]).flatMap(([group, codes]) =>
    codes.map((code): [string, ObservationGroup] => [code, group]),
  ),
);

/** Categories: FHIR's observation-category, and SNOMED CT's 'finding of functioning'. */
const BY_CATEGORY: Readonly<Record<string, ObservationGroup>> = {
  'vital-signs': 'vital',
  'social-history': 'life-other',
  survey: 'scores',
  '118228005': 'abilities',
};

const LIFE: readonly ObservationGroup[] = ['habits', 'living', 'society', 'family', 'illness', 'life-other'];

export const isLifeGroup = (group: ObservationGroup): group is LifeGroup => LIFE.includes(group);

export interface Coded {
  readonly code?: CodeableConcept | undefined;
  readonly category?: readonly CodeableConcept[] | undefined;
}

const codesOf = (concept: CodeableConcept | undefined): string[] =>
  (concept?.coding ?? []).flatMap(({ code }) => code ?? []);

/** Every observation of the record has a heading; undefined only for the lines of a consultation's report, which stand in that report. */
export function observationGroup({ code, category }: Coded): ObservationGroup | undefined {
  if (soepOf(code) !== undefined) return undefined;
  const codes = codesOf(code);
  const byCode = codes.map((one) => BY_CODE.get(one)).find((group) => group !== undefined);
  if (byCode !== undefined) return byCode;
  return (
    (category ?? [])
      .flatMap(codesOf)
      .map((one) => BY_CATEGORY[one])
      .find((group) => group !== undefined) ?? 'other'
  );
}
