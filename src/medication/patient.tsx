/** Medicines as the patient's side sees them. */
import { notFound, page, recordDocument, recordPage } from '../house';
import { medicationDocument } from './documents';
import { MedicinePage } from './pages/detail';
import { MedicineList } from './pages/list';
import { allMedicines, findMedicine, namesIn } from './store';

const list = recordPage({
  path: '/medicijnen',
  rights: ['medication'],
  also: ['record'],
  what: 'medication.list',
  async handle(record, visit) {
    const medicines = await allMedicines(record);
    const names = await namesIn(record, medicines);
    const all = visit.query.eerder === 'alles';
    return page(
      visit.t('medication.title'),
      <MedicineList visit={visit} medicines={medicines} names={names} at={record.at} all={all} />,
    );
  },
});

/** MD-01: the list to take along. */
const listDocument = recordDocument({
  path: '/medicijnen',
  rights: ['medication'],
  also: ['record'],
  what: 'medication.list-pdf',
  name: 'medicijnen',
  async build(record, visit) {
    const medicines = await allMedicines(record);
    return medicationDocument(visit, { medicines, names: await namesIn(record, medicines), at: record.at });
  },
});

const detail = recordPage({
  path: '/medicijnen/:medicijn',
  rights: ['medication'],
  also: ['record'],
  what: 'medication.one',
  async handle(record, visit) {
    const medicine = await findMedicine(record, visit.params.medicijn ?? '');
    if (medicine === undefined) return notFound;
    const names = await namesIn(record, [medicine]);
    return page(visit.t('medication.one-title'), <MedicinePage visit={visit} medicine={medicine} names={names} />);
  },
});

export const patientRoutes = [list, ...listDocument, detail];
