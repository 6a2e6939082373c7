/** Medicines as the care team sees them, with what the patient sees. */
import { page, staffRecordPage, type Visit } from '../house';
import { CellNote, EmptyState, Sheet, SheetHead, StaffTable } from '../ui';
import { type Names, PatientSees, visibilityOf } from '../zib';
import type { Medicine } from './medicine';
import { UseInRow } from './pages/use';
import { allMedicines, namesIn } from './store';
import { Name, periodWords, prescriberOf, reasonsOf, saidByWords, stopReasonsOf, useLines, Words } from './words';

const list = staffRecordPage({
  path: '/medicijnen',
  rights: ['medication'],
  also: ['record'],
  what: 'medication.staff-list',
  async handle(record, visit) {
    const medicines = await allMedicines(record);
    const names = await namesIn(record, medicines);
    return page(
      visit.t('medication.title'),
      <StaffMedicines visit={visit} medicines={medicines} names={names} at={record.at} />,
    );
  },
});

interface StaffProps {
  readonly visit: Visit;
  readonly medicines: readonly Medicine[];
  readonly names: Names;
  readonly at: Date;
}

function StaffMedicines({ visit, medicines, names, at }: StaffProps) {
  const { t } = visit;
  const order = ['never', 'current', 'paused', 'coming', 'loose', 'past'];
  const sorted = [...medicines].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const columns = ['name', 'use', 'period', 'sees'] as const;
  return (
    <Sheet>
      <SheetHead id="medicijnen" title={t('medication.title')} />
      {sorted.length === 0 ? (
        <EmptyState>{t('medication.staff-none')}</EmptyState>
      ) : (
        <StaffTable
          t={t}
          caption={t('medication.staff-caption')}
          columns={columns.map((column) => t(`medication.staff-column-${column}`))}
          rows={sorted.map((medicine) => ({
            state: medicine.state === 'past' ? 'done' : undefined,
            cells: cellsOf({ visit, medicine, names, at }),
          }))}
        />
      )}
    </Sheet>
  );
}

function cellsOf({ visit, medicine, names, at }: Omit<StaffProps, 'medicines'> & { medicine: Medicine }) {
  const { t } = visit;
  const { lead, holding, state, uses, until } = medicine;
  const reasons = reasonsOf(lead, names);
  const stops = stopReasonsOf(medicine);
  const hidden = medicine.blocks.filter(({ entry }) => visibilityOf(entry, undefined, at) !== 'on');
  const [said] = uses;
  return [
    <>
      <Name t={t} of={medicine} />
      <CellNote>{t(`medication.staff-state-${state}`)}</CellNote>
      {reasons.length > 0 && (
        <CellNote>
          <Words t={t} all={reasons} />
        </CellNote>
      )}
    </>,
    <>
      <UseInRow t={t} blocks={holding.length > 0 ? holding : [lead]} />
      {said !== undefined && said !== lead && (
        <CellNote>
          {t('medication.staff-says', {
            name: saidByWords(visit, said, names),
            words: said.state === 'not-used' ? t('medication.not-used') : useLines(t, said).join('; '),
          })}
        </CellNote>
      )}
    </>,
    <>
      {periodWords(t, lead, until)}
      <CellNote>{prescriberOf(lead, names)}</CellNote>
      {stops.length > 0 && (
        <CellNote>
          {t('medication.stopped-because')} <Words t={t} all={stops} />
        </CellNote>
      )}
    </>,
    <>
      <PatientSees visit={visit} entry={lead.entry} at={at} />
      {hidden.length > 0 && hidden.length < medicine.blocks.length && (
        <CellNote>{t('medication.staff-hidden', { count: hidden.length })}</CellNote>
      )}
    </>,
  ];
}

export const staffRoutes = [list];
