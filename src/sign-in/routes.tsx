/** Every way in and out. */
import { type EmployeeViewer, type LiveSession, type PersonViewer, recordsToChoose, saveDraft } from '../access';
import {
  data,
  done,
  languageCookie,
  type OpenRoute,
  ownerOf,
  page,
  pathOnly,
  type Reply,
  redirect,
  type SessionRoute,
  type Visit,
} from '../house';
import { isBsn } from '../people';
import { availableLanguages } from '../platform/i18n';
import { beginSignIn, finishEmployee, finishPerson, type SignInOutcome, signOut } from './actions';
import { ChooserPage } from './pages/chooser';
import { RecordsPage } from './pages/records';
import { NotSignedInPage, SignedOutPage, SignInPage, StaffSignInPage } from './pages/sign-in';
import { StartPage } from './pages/start';
import { providersOf, returnPaths } from './providers';
import { ownPath, safeReturn } from './return';

const open = (
  method: 'GET' | 'POST',
  path: string,
  why: string,
  handle: (visit: Visit) => Promise<Reply>,
  site: 'organisation' | 'chooser' = 'organisation',
): OpenRoute => ({ door: 'none', method, path, why, site, handle });

const hasDigid = (visit: Visit) => providersOf(visit.program).digid(visit.organisation) !== undefined;
const hasStaff = (visit: Visit) => providersOf(visit.program).staff(visit.organisation) !== undefined;

const signInPage = (visit: Visit): Reply =>
  page(
    visit.t('common.sign-in'),
    <SignInPage
      visit={visit}
      returnTo={safeReturn(visit.query.terug, '/overzicht')}
      expired={visit.query.reden === 'verlopen'}
      unavailable={!hasDigid(visit)}
    />,
    { main: false },
  );

const staffSignInPage = (visit: Visit): Reply =>
  page(
    visit.t('common.sign-in'),
    <StaffSignInPage
      visit={visit}
      returnTo={safeReturn(visit.query.terug, '/werkplek')}
      expired={visit.query.reden === 'verlopen'}
      unavailable={!hasStaff(visit)}
    />,
  );

const statusOf = { cancelled: 200, expired: 200, unavailable: 503, failed: 502 } as const;

function notSignedIn(visit: Visit, why: Extract<SignInOutcome, { ok: false }>['why'], retry: string): Reply {
  const status = why in statusOf ? statusOf[why as keyof typeof statusOf] : 403;
  const title = visit.t(`sign-in.not-${why}-title`);
  return page(title, <NotSignedInPage visit={visit} why={why} retry={retry} />, { status });
}

async function beginPerson(visit: Visit): Promise<Reply> {
  const client = providersOf(visit.program).digid(visit.organisation);
  if (client === undefined) return notSignedIn(visit, 'unavailable', '/inloggen');
  const begun = await beginSignIn(visit, 'person', client, safeReturn(visit.query.terug, '/overzicht'));
  return 'url' in begun ? redirect(begun.url) : notSignedIn(visit, begun.why, '/inloggen');
}

async function beginEmployee(visit: Visit): Promise<Reply> {
  const client = providersOf(visit.program).staff(visit.organisation);
  if (client === undefined) return notSignedIn(visit, 'unavailable', '/werkplek/inloggen');
  const begun = await beginSignIn(visit, 'employee', client, safeReturn(visit.query.terug, '/werkplek'));
  return 'url' in begun ? redirect(begun.url) : notSignedIn(visit, begun.why, '/werkplek/inloggen');
}

async function returnPerson(visit: Visit): Promise<Reply> {
  const client = providersOf(visit.program).digid(visit.organisation);
  if (client === undefined) return notSignedIn(visit, 'unavailable', '/inloggen');
  const outcome = await finishPerson(visit, client);
  return outcome.ok ? redirect(outcome.returnTo) : notSignedIn(visit, outcome.why, '/inloggen');
}

async function returnEmployee(visit: Visit): Promise<Reply> {
  const client = providersOf(visit.program).staff(visit.organisation);
  if (client === undefined) return notSignedIn(visit, 'unavailable', '/werkplek/inloggen');
  const outcome = await finishEmployee(visit, client);
  return outcome.ok ? redirect(outcome.returnTo) : notSignedIn(visit, outcome.why, '/werkplek/inloggen');
}

function chooseLanguage(visit: Visit): Reply {
  const pseudo = visit.program.config.mode !== 'production';
  const wanted = availableLanguages({ pseudo }).find((language) => language === visit.params.taal);
  if (wanted !== undefined)
    visit.raw.reply.setCookie(languageCookie, wanted, {
      path: '/',
      maxAge: 31_536_000,
      sameSite: 'lax',
      httpOnly: true,
    });
  return redirect(ownPath(visit.query.terug) ?? '/');
}

type Session = LiveSession<PersonViewer> | LiveSession<EmployeeViewer>;

const session = (
  method: 'GET' | 'POST',
  path: string,
  who: SessionRoute['who'],
  what: string,
  handle: (session: Session, visit: Visit) => Promise<Reply>,
  background = false,
): SessionRoute => ({ door: 'session', method, path, who, what, background, handle });

async function leave({ viewer }: Session, visit: Visit): Promise<Reply> {
  await signOut(visit, viewer);
  return redirect(viewer.kind === 'person' ? '/uitgelogd' : '/uitgelogd?als=medewerker');
}

async function records({ viewer }: Session, visit: Visit): Promise<Reply> {
  const list = await recordsToChoose(visit.program, viewer as PersonViewer, 'sign-in.records');
  return page(visit.t('house.records-title'), <RecordsPage visit={visit} records={list} />);
}

/**
 * The island's autosave: fields of the form on the page that it names, never a BSN. Does not extend the session, and
 * tells nothing: what cannot be kept is not kept.
 */
async function keepDraft({ viewer }: Session, visit: Visit): Promise<Reply> {
  const { _page: at, _form: _, ...typed } = (visit.body ?? {}) as Record<string, unknown>;
  const path = typeof at === 'string' ? ownPath(pathOnly(at)) : undefined;
  const fields = Object.entries(typed).filter((entry): entry is [string, string] => isKept(entry[1]));
  if (path === undefined || path.length > 200 || fields.length > 50) return done;
  const key = { organisation: viewer.organisation, ...ownerOf(viewer), path };
  await saveDraft(visit.program.pool, key, Object.fromEntries(fields), visit.program.wallClock.now());
  return done;
}

const isKept = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= 10_000 && !isBsn(value.replace(/[\s.-]/g, ''));

/** With JavaScript the answer says how long is left; without, the reader lands on a page again. */
async function stay({ viewer, endsAt }: Session, visit: Visit): Promise<Reply> {
  if (visit.raw.request.headers['sec-fetch-mode'] === 'navigate')
    return redirect(viewer.kind === 'person' ? '/overzicht' : '/werkplek');
  return data({ secondsLeft: Math.floor((endsAt.getTime() - visit.program.wallClock.now().getTime()) / 1000) });
}

export const signInRoutes = [
  open('GET', '/', 'the front page shows nothing of anybody', async (visit) =>
    page(visit.organisation.about.portalName, <StartPage visit={visit} unavailable={!hasDigid(visit)} />),
  ),
  open('GET', '/inloggen', 'the way in', async (visit) => signInPage(visit)),
  open('POST', '/inloggen/digid', 'leads to the identity provider', beginPerson),
  open('GET', returnPaths.digid, 'the identity provider leads back here', returnPerson),
  open('GET', '/werkplek/inloggen', 'the way in', async (visit) => staffSignInPage(visit)),
  open('POST', '/werkplek/inloggen', 'leads to the identity provider', beginEmployee),
  open('GET', returnPaths.staff, 'the identity provider leads back here', returnEmployee),
  open('GET', '/uitgelogd', 'says that one is signed out', async (visit) =>
    page(
      visit.t('sign-in.signed-out-title'),
      <SignedOutPage
        visit={visit}
        expired={visit.query.reden === 'verlopen'}
        staff={visit.query.als === 'medewerker'}
        returnTo={safeReturn(visit.query.terug, '')}
      />,
      { main: 'pp-out' },
    ),
  ),
  open('GET', '/taal/:taal', 'keeps the language in a cookie', async (visit) => chooseLanguage(visit)),
  session('POST', '/uitloggen', 'either', 'sign-in.out', leave),
  session('GET', '/dossiers', 'person', 'sign-in.records', records),
  session('POST', '/sessie/verlengen', 'either', 'sign-in.stay', stay),
  session('POST', '/concept', 'either', 'sign-in.draft', keepDraft, true),
] as const;

/** The demo's chooser, on the address that no organisation has. */
export const chooserRoutes = [
  open(
    'GET',
    '/',
    'lists the organisations of the demonstration',
    async (visit) => page('Inzage', <ChooserPage visit={visit} organisations={visit.program.organisations.all()} />),
    'chooser',
  ),
  open('GET', '/taal/:taal', 'keeps the language in a cookie', async (visit) => chooseLanguage(visit), 'chooser'),
];
