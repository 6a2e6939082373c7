import type { Device, DeviceRequest, DeviceUseStatement } from '@medplum/fhirtypes';
import { conceptText, conceptTexts, dateText, type Entry, momentText, referencedId } from '../../zib';
import { type Fact, type Line, line, namesIn, notesOf, type Reader, siteText, titleOf } from '../fact';

const STOPPED = new Set(['completed', 'stopped']);

/** No longer used: the source says so, or gives the day on which it ended. */
export const isNoLongerUsed = (use: DeviceUseStatement, at: string): boolean =>
  STOPPED.has(use.status ?? '') || (use.timingPeriod?.end !== undefined && use.timingPeriod.end < at);

/** Make and number of a device, as on the card that somebody with an implant carries. */
function productLines({ t }: Reader, device: Device | undefined): Line[] {
  if (device === undefined) return [];
  const name = device.deviceName?.[0]?.name;
  return [
    ...line(t('record.device-kind'), conceptText(device.type)),
    ...line(t('record.device-name'), ...said([name, device.manufacturer, device.modelNumber])),
    ...line(t('record.device-serial'), ...said([device.serialNumber])),
    ...line(t('record.lot-number'), ...said([device.lotNumber])),
    ...line(t('record.device-code'), ...said([device.udiCarrier?.[0]?.carrierHRF])),
    ...line(
      t('record.device-expires'),
      device.expirationDate === undefined ? undefined : dateText(t, device.expirationDate),
    ),
  ];
}

const said = (texts: readonly (string | undefined)[]) =>
  texts.flatMap((text) => (text === undefined ? [] : [{ text }]));

/** The device that a statement is about, where it is here. */
export function deviceOf(use: DeviceUseStatement, devices: readonly Entry<'Device'>[]): Entry<'Device'> | undefined {
  const id = referencedId(use.device);
  return devices.find((device) => device.id === id);
}

const PLACE = 'http://nictiz.nl/fhir/StructureDefinition/ext-MedicalDevice.';

/** zib MedicalDevice: an aid or implant that the patient uses. */
export function deviceUseFact(reader: Reader, entry: Entry<'DeviceUseStatement'>, device?: Entry<'Device'>): Fact {
  const { t, names } = reader;
  const { content } = entry;
  const [named] = namesIn(names, [content.device], content);
  const kind = conceptText(device?.content.type);
  const title = named ?? kind ?? titleOf(undefined, entry, t('record.device'));
  const extended = (name: string) => content.extension?.find(({ url }) => url === `${PLACE}${name}`)?.valueReference;
  const since = momentText(t, { date: content.timingDateTime, period: content.timingPeriod });
  return {
    entry,
    title,
    when: content.timingDateTime !== undefined && since !== undefined ? t('record.since', { start: since }) : since,
    tag: useTag(reader, content),
    lines: [
      ...line(t('record.site'), siteText(content.bodySite)),
      ...line(
        t('record.reason'),
        ...conceptTexts(content.reasonCode),
        ...namesIn(names, content.reasonReference, content),
      ),
      ...line(t('record.by-whom'), ...namesIn(names, [extended('HealthProfessional')], content)),
      ...line(t('record.where'), ...namesIn(names, [extended('Location')], content)),
      ...productLines(reader, device?.content).filter(({ values }) => !values.some((value) => same(value, title))),
    ],
    notes: [...notesOf(content.note), ...notesOf(device?.content.note)],
    parts: [],
  };
}

const same = (one: Fact['title'], other: Fact['title']): boolean =>
  (typeof one === 'string' ? one : one.text) === (typeof other === 'string' ? other : other.text);

function useTag({ t }: Reader, { status }: DeviceUseStatement): Fact['tag'] {
  if (status === 'intended') return { look: 'info', label: t('record.device-intended') };
  return status === 'on-hold' ? { look: 'neutral', label: t('record.device-on-hold') } : undefined;
}

/** A device of the patient of which nobody wrote how it is used. */
export function deviceFact(reader: Reader, entry: Entry<'Device'>): Fact {
  const { t } = reader;
  const { content } = entry;
  const title = titleOf(content.type, entry, t('record.device'));
  return {
    entry,
    title,
    when: undefined,
    tag: undefined,
    lines: productLines(reader, content).filter(({ values }) => !values.some((value) => same(value, title))),
    notes: notesOf(content.note),
    parts: [],
  };
}

/** A device that was asked for and is not in use yet. */
export function deviceRequestFact(reader: Reader, entry: Entry<'DeviceRequest'>): Fact {
  const { t, names } = reader;
  const content: DeviceRequest = entry.content;
  const [named] = namesIn(names, [content.codeReference], content);
  return {
    entry,
    title: conceptText(content.codeCodeableConcept) ?? named ?? titleOf(undefined, entry, t('record.device')),
    when: momentText(t, { date: content.occurrenceDateTime ?? content.authoredOn, period: content.occurrencePeriod }),
    tag: { look: 'info', label: t('record.device-requested') },
    lines: [
      ...line(
        t('record.reason'),
        ...conceptTexts(content.reasonCode),
        ...namesIn(names, content.reasonReference, content),
      ),
      ...line(t('record.by-whom'), ...namesIn(names, [content.performer], content)),
    ],
    notes: notesOf(content.note),
    parts: [],
  };
}
