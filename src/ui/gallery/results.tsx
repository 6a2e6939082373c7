import { Card } from '../card';
import { MiniRange, RangeBar } from '../charts/range-bar';
import type { TrendPoint } from '../charts/trend';
import { TrendChart } from '../charts/trend-chart';
import { LogList } from '../log';
import {
  ClinicianNote,
  ComingResult,
  DataTable,
  Explanation,
  HiddenState,
  ResultPause,
  ResultRow,
  ResultValue,
} from '../results';
import { Rows } from '../rows';
import type { GalleryEntry } from './types';

const comma = (value: number): string => String(value).replace('.', ',');

function points(values: [string, string, number][], rest: Partial<TrendPoint> = {}): TrendPoint[] {
  return values.map(([date, label, value]) => ({
    at: new Date(`${date}T09:00:00+01:00`),
    label,
    value,
    valueText: comma(value),
    unit: 'mmol/l',
    low: 8.5,
    high: 11,
    ...rest,
  }));
}

/** Seven values over 21 months. */
export const HEMOGLOBIN = points([
  ['2025-02-10', 'feb 2025', 9.1],
  ['2025-06-12', 'jun 2025', 8.9],
  ['2025-10-09', 'okt 2025', 8.8],
  ['2026-02-11', 'feb 2026', 8.3],
  ['2026-08-10', 'aug 2026', 8],
  ['2026-10-08', 'okt 2026', 8.2],
  ['2026-11-04', 'nov 2026', 8.4],
]);

const changed = [
  ...HEMOGLOBIN.slice(0, 4).map((point) => ({ ...point, method: 'A' })),
  ...HEMOGLOBIN.slice(4).map((point) => ({ ...point, low: 8, high: 10.5, method: 'B' })),
];

const trend = (label: string, values: TrendPoint[], bandLabel?: string) => (
  <TrendChart points={values} label={label} bandLabel={bandLabel} formatValue={comma} />
);

export const resultEntries: GalleryEntry[] = [
  {
    name: 'ResultRow en ComingResult',
    states: [
      {
        title: 'binnen, lager, hoger, zonder grenzen, woorden, komt nog',
        render: () => (
          <Card id="rij-1" title="4 november 2026" aside="Bloedonderzoek na uw operatie">
            <Rows>
              <ResultRow
                href="#hb"
                title="Hemoglobine"
                sub="Vervoert zuurstof in uw bloed"
                valueText="8,4"
                unit="mmol/l"
                value={8.4}
                low={8.5}
                high={11}
                verdict={{ look: 'att', label: 'Iets lager dan normaal' }}
              />
              <ResultRow
                href="#k"
                title="Kalium"
                valueText="4,2"
                unit="mmol/l"
                value={4.2}
                low={3.5}
                high={5}
                verdict={{ look: 'ok', label: 'Binnen normale waarden' }}
              />
              <ResultRow
                href="#crp"
                title="CRP"
                sub="Laat zien of er een ontsteking is"
                valueText="86"
                unit="mg/l"
                value={86}
                high={10}
                verdict={{ look: 'att', label: 'Hoger dan normaal' }}
              />
              <ResultRow href="#x" title="Leeftijd van het monster" valueText="12" unit="dagen" value={12} />
              <ResultRow href="#s" title="Streptokokken" valueText="Niet gevonden" />
              <ComingResult
                title="Urineonderzoek van 23 november"
                sub="Uw arts bekijkt de uitslag eerst."
                when="Zichtbaar vanaf 30 november"
              />
            </Rows>
          </Card>
        ),
      },
    ],
  },
  {
    name: 'ResultValue en RangeBar',
    states: [
      {
        title: 'net eronder',
        render: (t) => (
          <Card id="waarde-1" title="Uw uitslag" quiet>
            <ResultValue valueText="8,4" unit="mmol/l" verdict={{ look: 'att', label: 'Iets lager dan normaal' }} />
            <RangeBar t={t} value={8.4} valueText="8,4" low={8.5} high={11} lowText="8,5" highText="11,0" />
            <p>
              De normale waarden zijn <b>8,5 tot 11,0</b>. Uw waarde zit daar net onder.
            </p>
          </Card>
        ),
      },
      {
        title: 'midden',
        render: (t) => (
          <RangeBar t={t} value={9.75} valueText="9,75" low={8.5} high={11} lowText="8,5" highText="11,0" />
        ),
      },
      {
        title: 'alleen een bovengrens',
        render: (t) => <RangeBar t={t} value={6} valueText="6" high={10} highText="10" />,
      },
      {
        title: 'alleen een ondergrens',
        render: (t) => <RangeBar t={t} value={78} valueText="78" low={60} lowText="60" />,
      },
      {
        title: 'ver erbuiten',
        render: (t) => <RangeBar t={t} value={310} valueText="310" low={3.5} high={10} lowText="3,5" highText="10" />,
      },
      { title: 'klein', render: () => <MiniRange value={4.2} low={3.5} high={5} /> },
    ],
  },
  {
    name: 'TrendChart',
    states: [
      {
        title: 'zeven waarden',
        render: () => trend('Grafiek van uw hemoglobine', HEMOGLOBIN, 'Normale waarden: 8,5 tot 11,0'),
      },
      {
        title: 'één waarde',
        render: () => trend('Grafiek met één waarde', HEMOGLOBIN.slice(-1), 'Normale waarden: 8,5 tot 11,0'),
      },
      { title: 'andere grenzen en methode', render: () => trend('Grafiek met een andere methode', changed) },
      {
        title: 'alleen een bovengrens, veel waarden',
        render: () =>
          trend(
            'Grafiek van uw CRP',
            points(
              Array.from({ length: 14 }, (_, day): [string, string, number] => [
                `2026-11-${String(day + 3).padStart(2, '0')}`,
                `${day + 3} nov`,
                Math.round(120 * 0.8 ** day),
              ]),
              { unit: 'mg/l', low: undefined, high: 10 },
            ),
            'Normaal: lager dan 10',
          ),
      },
      {
        title: 'zonder grenzen',
        render: () =>
          trend(
            'Grafiek zonder grenzen',
            HEMOGLOBIN.map((point) => ({ ...point, low: undefined, high: undefined })),
          ),
      },
    ],
  },
  {
    name: 'DataTable',
    states: [
      {
        title: 'ingeklapt',
        render: (t) => (
          <DataTable
            t={t}
            caption="Hemoglobine per datum"
            columns={['Datum', 'Waarde (mmol/l)', 'Normaal?']}
            rows={HEMOGLOBIN.map((point) => [point.label, point.valueText, point.value < 8.5 ? 'Lager' : 'Ja'])}
          />
        ),
      },
    ],
  },
  {
    name: 'ClinicianNote en Explanation',
    states: [
      {
        title: 'uitleg van een arts',
        render: () => (
          <Card id="uitleg" title="Uitleg van uw arts" hideTitle>
            <ClinicianNote
              author="Dr. S. Okafor"
              heading="Uitleg van dr. S. Okafor, orthopedisch chirurg"
              written="Geschreven op 5 november om 8.14 uur"
            >
              Uw hemoglobine is iets laag, maar beter dan in augustus. De ijzertabletten werken dus.
            </ClinicianNote>
          </Card>
        ),
      },
      {
        title: 'wat is het',
        render: () => (
          <Explanation
            id="wat"
            title="Wat is hemoglobine?"
            text="Hemoglobine zit in uw rode bloedcellen. Het brengt zuurstof naar alle delen van uw lichaam."
            notice={{ title: 'Wat kunt u merken?', text: 'Bij een lage waarde kunt u moe zijn.' }}
            source={{ href: 'https://www.thuisarts.nl', label: 'Lees meer op Thuisarts.nl' }}
          />
        ),
      },
    ],
  },
  {
    name: 'ResultPause en HiddenState',
    states: [
      { title: 'pauze', render: () => <ResultPause {...PAUSE} /> },
      {
        title: 'verborgen',
        render: () => (
          <HiddenState id="verborgen" title="U heeft uw uitslagen verborgen">
            <p>Dat deed u op 20 november 2026. U ziet nu geen uitslagen, ook geen nieuwe.</p>
          </HiddenState>
        ),
      },
    ],
  },
  {
    name: 'LogList',
    states: [
      {
        title: 'zorgverlener, noodtoegang, app',
        render: () => (
          <Card id="log" title="Dinsdag 3 november">
            <LogList entries={LOG} />
          </Card>
        ),
      },
    ],
  },
];

/** What stands before an undiscussed result. */
export const PAUSE = {
  back: { href: '#uitslagen', label: 'Terug naar uitslagen' },
  eyebrow: 'Bloedonderzoek van vrijdag 13 november 2026',
  title: 'Deze uitslag is nog niet met u besproken',
  lead: 'Misschien heeft uw arts de uitslag zelf nog niet gezien.',
  points: [
    { icon: 'bulb' as const, text: 'Trek nog geen conclusies. Een waarde buiten de normale waarden komt vaak voor.' },
    {
      icon: 'stethoscope' as const,
      text: 'Uw arts kijkt naar alles samen: uw klachten, uw medicijnen en eerdere uitslagen.',
    },
  ],
  question: 'Wat wilt u doen?',
  wait: {
    title: 'Wachten op uw afspraak',
    text: 'Uw arts legt alles uit op donderdag 3 december om 10.20 uur.',
    href: '#wacht',
    button: 'Wacht tot 3 december',
  },
  look: {
    title: 'Nu bekijken',
    text: 'U ziet de waarden meteen. De uitleg van uw arts komt later.',
    href: '#bekijk',
    button: 'Bekijk de uitslag nu',
  },
};

/** Three kinds of lines. */
export const LOG = [
  {
    time: '23.48 uur',
    who: { icon: 'first-aid-kit' as const },
    sentence: (
      <>
        <b>Dr. J. de Graaf</b> opende uw hele dossier met de noodknop.
      </>
    ),
    reason: 'Arts spoedeisende hulp. Waarom: spoed, u kwam met de ambulance.',
    tag: { look: 'att' as const, icon: 'alert-triangle' as const, label: 'Noodtoegang' },
  },
  {
    time: '9.20 uur',
    who: { name: 'Dr. S. Okafor' },
    sentence: (
      <>
        <b>Dr. S. Okafor</b> las uw uitslagen.
      </>
    ),
    reason: 'Orthopedisch chirurg. Waarom: zij behandelt uw enkel.',
  },
  {
    time: '9.15 uur',
    who: { icon: 'device-mobile' as const },
    sentence: (
      <>
        <b>De app Gezondmap</b> haalde uw uitslagen op.
      </>
    ),
    reason: 'U gaf deze app toegang tot 1 februari 2027.',
    tag: { label: 'App' },
  },
];
