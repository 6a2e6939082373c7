/**
 * Documents to keep (PDF). A room says what is in one; the corridor puts it in its envelope, asks the worker to make it
 * and hands it over.
 *
 * Asking is a POST and fetching a GET: asking leaves a request for the worker, which a browser that loads pages ahead, or
 * reloads them, must not do; the answer to it is an address of its own that can be asked for again without asking anew.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { askForDocument, documentState, type OpenRecord, type RecordRight, takeDocument, type Viewer } from '../access';
import { isUuid } from '../platform/database';
import type { DocumentContent } from '../platform/pdf';
import { documentModel } from './document-envelope';
import { FailedDocument, GoneDocument, TooManyDocuments, WaitingForDocument } from './document-pages';
import { file, notFound, page, type Reply, redirect } from './reply';
import { everyPatientSide, type PatientSideKind, type RecordRoute } from './route';
import type { Visit } from './visit';

interface DocumentOptions<R extends RecordRight> {
  /** Of the page that it is the document of: it is asked for at this path with '/pdf' behind it. */
  readonly path: string;
  readonly rights: readonly R[];
  readonly also?: readonly RecordRight[];
  /** Left out: the patient's side. */
  readonly for?: readonly PatientSideKind[] | readonly ['staff'];
  /** Names it in the log: texts `what-<what>` ('maakte een pdf van …') and `what-<what>-fetched` ('haalde … op'). */
  readonly what: string;
  /** What the download is called, without '.pdf': no patient's name. */
  readonly name: string;
  /** Undefined: there is no such thing, or it may not be read. */
  build(record: OpenRecord<R>, visit: Visit): Promise<DocumentContent | undefined>;
}

const segment = '/pdf';

/** The routes of a document: asking for it, and fetching it. */
export function recordDocument<const R extends RecordRight>(options: DocumentOptions<R>): RecordRoute[] {
  const common = {
    door: 'record' as const,
    rights: options.rights,
    also: options.also ?? [],
    for: options.for ?? everyPatientSide,
    action: 'R' as const,
    keeps: [],
    // The page that it is the document of.
    backTo: (path: string) => path.slice(0, path.lastIndexOf(segment)),
  };
  const path = `${options.path}${segment}`;
  return [
    {
      ...common,
      method: 'POST',
      path,
      what: options.what,
      handle: (record, visit) => ask(record, visit, options),
    },
    {
      ...common,
      method: 'GET',
      path: `${path}/:id`,
      what: `${options.what}-fetched`,
      repeats: true,
      before: stillWaiting,
      handle: (record, visit) => fetchIt(record, visit, options.name),
    },
  ];
}

async function ask<R extends RecordRight>(
  record: OpenRecord<RecordRight>,
  visit: Visit,
  options: DocumentOptions<R>,
): Promise<Reply> {
  // The door opens exactly the document's rights.
  const content = await options.build(record as unknown as OpenRecord<R>, visit);
  if (content === undefined) return notFound;
  const path = askedAt(visit);
  const model = documentModel(record, visit, content);
  const id = await askForDocument(record, { path, model, key: visit.program.keys.fileKey });
  if (id === undefined)
    return page(visit.t('house.document-too-many-title'), <TooManyDocuments visit={visit} back={pageOf(path)} />, {
      status: 429,
    });
  return redirect(`${path}/${id}`);
}

/** A document takes some 50 ms to make: most are there before anybody needs to be told to wait. */
const looks = [30, 50, 70, 100, 150, 200, 300];

/** Whoever asked, and only who asked in this session and at this address, hears how far it is. */
async function stillWaiting(viewer: Viewer, visit: Visit): Promise<Reply | undefined> {
  const id = visit.params.id ?? '';
  if (!isUuid(id)) return undefined;
  const wanted = { id, path: askedAt(visit), now: visit.program.wallClock.now() };
  const look = () => documentState(visit.program.pool, viewer, wanted);
  let state = await look();
  for (const pause of looks) {
    if (state !== 'waiting') break;
    await wait(pause);
    state = await look();
  }
  const props = { visit, again: wanted.path, back: pageOf(wanted.path) };
  if (state === 'waiting')
    return page(visit.t('house.document-waiting-title'), <WaitingForDocument {...props} />, { refresh: 2 });
  if (state === 'failed')
    return page(visit.t('house.document-failed-title'), <FailedDocument {...props} />, { status: 500 });
  return undefined;
}

async function fetchIt(record: OpenRecord<RecordRight>, visit: Visit, name: string): Promise<Reply> {
  const id = visit.params.id ?? '';
  const path = askedAt(visit);
  const key = visit.program.keys.fileKey;
  const pdf = isUuid(id) ? await takeDocument(record, { id, path, key }) : undefined;
  if (pdf !== undefined) return file(`${name}.pdf`, 'application/pdf', pdf);
  return page(visit.t('house.document-gone-title'), <GoneDocument visit={visit} back={pageOf(path)} />, {
    status: 404,
  });
}

/** The address at which it was asked for: '/uitslagen/<id>/pdf', also where the request's own id stands behind it. */
function askedAt(visit: Visit): string {
  const path = visit.path.split('?', 1)[0] ?? '';
  return path.slice(0, path.lastIndexOf(segment) + segment.length);
}

const pageOf = (path: string): string => path.slice(0, -segment.length);
