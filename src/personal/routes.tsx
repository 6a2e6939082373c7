import { page, recordPage, staffRecordPage } from '../house';
import { Column, Sheet } from '../ui';
import { PersonalCards, PersonalPage } from './page';
import { personalData } from './store';

export const personalRoutes = [
  recordPage({
    path: '/mijn-gegevens',
    rights: ['personal'],
    what: 'personal.details',
    async handle(record, visit) {
      const data = await personalData(record);
      const own = record.kind === 'self';
      return page(
        visit.t(own ? 'personal.title' : 'personal.title-other'),
        <PersonalPage visit={visit} record={record} data={data} />,
      );
    },
  }),
  staffRecordPage({
    path: '/gegevens',
    rights: ['personal'],
    what: 'personal.staff',
    async handle(record, visit) {
      const data = await personalData(record);
      const { t } = visit;
      return page(
        t('personal.title-other'),
        <Sheet>
          <h1 class="pp-h1">{t('personal.title-other')}</h1>
          <Column>
            <PersonalCards visit={visit} record={record} data={data} />
          </Column>
        </Sheet>,
      );
    },
  }),
];
