/** DO-01: the health summary, on one page that can be printed; the parts come from the rooms that keep them. */
import type { OpenRecord, RecordRight } from '../access';
import {
  page,
  type Room,
  type Route,
  recordDocument,
  recordPage,
  type SummaryPart,
  staffRecordPage,
  type Visit,
} from '../house';
import { SummaryPage } from './pages/summary-page';
import { summaryDocument } from './summary-document';
import { type LoadedPart, partsFor } from './summary-load';
import { ownSummaryParts } from './summary-parts';

/** Every part that may stand on it, in order. */
export const summaryParts = (rooms: readonly Room[]): SummaryPart[] =>
  [...ownSummaryParts, ...rooms.flatMap(({ summaryParts: own = [] }) => own)].sort((a, b) => a.order - b.order);

export function summaryRoutes(rooms: readonly Room[]): Route[] {
  const parts = summaryParts(rooms);
  const also = [...new Set(parts.map(({ right }): RecordRight => right))].filter((right) => right !== 'record');
  const route = {
    path: '/dossier/samenvatting',
    rights: ['record'],
    also,
    what: 'record.summary',
    async handle(record: OpenRecord<'record'>, visit: Visit) {
      const loaded: readonly LoadedPart[] = await partsFor(parts, record, visit);
      return page(visit.t('summary.title'), <SummaryPage visit={visit} record={record} parts={loaded} />, {
        current: 'record',
      });
    },
  } as const;
  const kept = {
    path: route.path,
    rights: route.rights,
    also,
    what: 'record.summary-pdf',
    name: 'gezondheid-in-het-kort',
    build: async (record: OpenRecord<'record'>, visit: Visit) =>
      summaryDocument(visit, record, await partsFor(parts, record, visit)),
  } as const;
  return [
    recordPage(route),
    staffRecordPage(route),
    ...recordDocument(kept),
    ...recordDocument({ ...kept, for: ['staff'] }),
  ];
}
