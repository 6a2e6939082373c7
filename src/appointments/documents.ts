/** Appointments on paper: what the pages say, in the same words, as a document to keep. */
import type { Visit } from '../house';
import { inLanguage, whomToCall } from '../organisations';
import type { Block, DocumentContent, Fact } from '../platform/pdf';
import { formatDate } from '../platform/time';
import {
  authorAndDate,
  dateText,
  documentWords,
  type Entry,
  type Names,
  noteBlocks,
  noteSections,
  sourceWords,
} from '../zib';
import { bringItems } from './pages/parts';
import { appointmentsPolicy } from './policy';
import { instructionParts, isOnSite, phaseOf } from './rules';
import type { Appointment } from './store';
import { addressText, clinicName, insideText, kindText, placeOf, stateText, timeText, whenText } from './words';

/** AP-01: all coming appointments. */
export function overviewDocument(visit: Visit, coming: readonly Appointment[], at: Date): DocumentContent {
  const { t } = visit;
  const blocks: Block[] =
    coming.length === 0
      ? [{ kind: 'paragraph', text: t('appointments.none-coming') }]
      : coming.flatMap((appointment) => appointmentBlocks(visit, appointment, at));
  return { title: t('appointments.overview-title'), blocks: [...blocks, ...notShown(visit)] };
}

/** AP-01: what the portal does not show is named, with the reason. */
function notShown({ t, language, organisation }: Visit): Block[] {
  const kinds = appointmentsPolicy.of(organisation.policy).notShown;
  if (kinds.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t('appointments.not-shown') },
    ...kinds.map(
      ({ name, why }): Block => ({
        kind: 'paragraph',
        text: `${inLanguage(name, language)}. ${inLanguage(why, language)}`,
      }),
    ),
  ];
}

function appointmentBlocks(visit: Visit, appointment: Appointment, at: Date): Block[] {
  const { t } = visit;
  const state = stateText(t, appointment, at);
  const off = phaseOf(appointment, at) === 'off';
  const title: Block = { kind: 'heading', level: 2, text: whenText(t, appointment) };
  const note: Block[] = state === undefined ? [] : [{ kind: 'note', look: off ? 'attention' : 'info', text: state }];
  const what: Block = {
    kind: 'facts',
    items: [...whatFacts(visit, appointment), ...(off ? [] : where(visit, appointment))],
  };
  return [title, ...note, what, ...(off ? [] : [...preparation(visit, appointment), ...bring(visit, appointment)])];
}

function whatFacts({ t, organisation }: Visit, appointment: Appointment): Fact[] {
  const placed = placeOf(organisation, appointment);
  return [
    { label: t('appointments.what-for'), value: sourceWords(t, appointment.title) },
    { label: t('appointments.kind'), value: kindText(t, appointment) },
    { label: t('common.time'), value: timeText(t, appointment) },
    { label: t('common.clinic'), value: clinicName(placed, appointment, t) },
    ...fact(t('common.care-provider'), appointment.practitioner),
    ...fact(t('appointments.phone-of-clinic'), placed.clinic?.phone.replaceAll(' ', '\u00a0')),
  ];
}

const fact = (label: string, value: string | null | undefined): Fact[] =>
  value === null || value === undefined ? [] : [{ label, value }];

function where({ t, language, organisation }: Visit, appointment: Appointment): Fact[] {
  const placed = placeOf(organisation, appointment);
  const { location } = placed;
  if (!isOnSite(appointment))
    return fact(t('common.location'), t(`appointments.remote-${appointment.kind as 'phone' | 'video' | 'home'}`));
  if (location === undefined) return [];
  const at = `${organisation.about.name}, ${t('appointments.location-inline', { location: location.name })}`;
  return [
    { label: t('appointments.address'), value: `${at}, ${addressText(location)}` },
    ...fact(t('appointments.inside'), insideText(placed, appointment, language)),
    { label: t('appointments.how-to-get'), value: inLanguage(location.route, language) },
  ];
}

function preparation({ t }: Visit, { instructions }: Appointment): Block[] {
  if (instructions === null) return [];
  return [
    { kind: 'heading', level: 3, text: t('appointments.preparation') },
    ...instructionParts(instructions).map(
      (part): Block =>
        typeof part === 'string'
          ? { kind: 'paragraph', text: sourceWords(t, part) }
          : { kind: 'list', items: part.map((item) => sourceWords(t, item)) },
    ),
  ];
}

function bring(visit: Visit, appointment: Appointment): Block[] {
  const items = bringItems(visit, appointment).map(({ text }) => text);
  if (items.length === 0) return [];
  const title = visit.t(isOnSite(appointment) ? 'appointments.bring' : 'appointments.have-ready');
  return [
    { kind: 'heading', level: 3, text: title },
    { kind: 'list', items },
  ];
}

/** AP-10: what was written down after the visit. */
export function summaryDocument(
  visit: Visit,
  appointment: Appointment,
  summaries: readonly Entry<'Composition'>[],
  names: Names,
): DocumentContent {
  const { t, organisation, language, program } = visit;
  const who = whomToCall(organisation.about, 'appointments', {
    language,
    clinic: appointment.clinic,
    at: program.careClock.now(),
  });
  const clinic = clinicName(placeOf(organisation, appointment), appointment, t);
  return {
    title: t('appointments.summary-title', { date: formatDate(language, appointment.startsAt) }),
    above: `${appointment.title}, ${clinic}`,
    blocks: [
      ...summaries.flatMap((entry) => summaryBlocks(visit, entry, names)),
      { kind: 'small', text: `${t('appointments.questions')} ${who.name}: ${who.phone}` },
    ],
  };
}

function summaryBlocks({ t }: Visit, entry: Entry<'Composition'>, names: Names): Block[] {
  const { author, on } = authorAndDate(entry, names);
  const date = on === undefined ? formatDate(t.language, entry.receivedAt) : dateText(t, on);
  const sections = noteSections(entry.content);
  const by =
    author === undefined ? t('appointments.summary-on', { date }) : t('appointments.summary-by', { author, date });
  const title = entry.title === null ? t('appointments.summary') : documentWords(t, { text: entry.title });
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'small', text: by },
    ...note(entry.status === 'preliminary', t('appointments.summary-preliminary')),
    ...note(entry.status === 'amended', t('appointments.summary-amended')),
    ...(sections.length === 0
      ? [{ kind: 'paragraph' as const, text: t('appointments.summary-empty') }]
      : noteBlocks(t, sections)),
  ];
}

const note = (shown: boolean, text: string): Block[] => (shown ? [{ kind: 'note', look: 'info', text }] : []);
