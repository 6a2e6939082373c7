/** What stands around a room's part of a document: whose portal it is, whose record, when it was made. */
import type { OpenRecord, RecordRight } from '../access';
import { styleOf, whomToCall } from '../organisations';
import { markColours, markSvg } from '../organisations/house-style';
import { direction, htmlLanguage } from '../platform/i18n';
import type { DocumentContent, DocumentModel } from '../platform/pdf';
import { formatDateTime } from '../platform/time';
import type { Visit } from './visit';
import { birthDateInWords, formalName, patientNumber } from './words';

export function documentModel(record: OpenRecord<RecordRight>, visit: Visit, content: DocumentContent): DocumentModel {
  const { t, language, organisation } = visit;
  const { owner, at } = record;
  const style = styleOf(organisation.slug);
  return {
    ...content,
    language: htmlLanguage(language),
    direction: direction(language),
    organisation: {
      name: organisation.about.name,
      lines: [...addressOf(visit), whomToCall(organisation.about, 'general', { language }).phone],
      mark: markSvg(style),
      colour: markColours(style).ground,
    },
    record: {
      label: t('house.document-record'),
      name: formalName(t, owner, at),
      facts: [
        { label: t('house.born'), value: birthDateInWords(t, owner) },
        { label: t('common.patient-number'), value: patientNumber(owner.number) },
      ],
    },
    // Care time, like every date in it: the demo may have moved it.
    made: t('house.document-made', { moment: formatDateTime(language, at, 'date') }),
    madeAt: Math.floor(at.getTime() / 1000),
    pageOf: t('common.page-of', { page: '{page}', pages: '{pages}' }),
    replaced: t('house.document-replaced'),
  };
}

/** The address of an organisation with one place; who has several is not at any one of them. */
function addressOf({ organisation }: Visit): string[] {
  const [location, second] = organisation.about.locations;
  if (location === undefined || second !== undefined) return [];
  const { street, postalCode, city } = location.address;
  return [street, `${postalCode}\u00a0\u00a0${city}`];
}
