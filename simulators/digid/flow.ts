import type Provider from 'oidc-provider';
import type { Clock } from '../../src/platform/time';
import { type Waiting, waitingFor } from '../interaction';
import { noticePage, type PageSetting } from '../page';
import { allMeans, findPerson, type Person } from '../people';
import type { Phone } from '../phone';
import { LATE } from '../provider';
import type { PageRequest, Pages, Reply } from '../server';
import { sayIn, simulatorLanguage } from '../texts';
import { type Attempt, checkCode, checkPin, expireCode, newAttempt, newCode, triesLeft } from './attempt';
import { askedBy, isEnough, provenBy } from './levels';
import { codePage, meansPage, pinPage, type Step, tooLowPage, whoPage } from './pages';

type Setting = { people: readonly Person[]; phone: Phone; sheets: readonly string[]; clock: Clock };

/** Everything that a step needs to know. */
type Here = Setting & { request: PageRequest; waiting: Waiting; attempt: Attempt; view: Step };

export const DIGID_CLIENT = 'inzage-';
const MOST_ATTEMPTS = 500;

const steps: Record<string, (here: Here) => Reply | Promise<Reply>> = {
  '': chooseMeans,
  '/gegevens': fillInWho,
  '/code': fillInCode,
  '/pin': fillInPin,
  '/te-laag': answerTooLow,
};

/** The pages of the simulated DigiD: means, person, proof, and the phone on which codes arrive. */
export function digidPages(provider: Provider, setting: Setting): Pages {
  const attempts = new Map<string, Attempt>();
  return async (request) => {
    const plain: PageSetting = { kind: 'digid', language: simulatorLanguage(request.query.get('taal')), ...setting };
    if (request.path === '/telefoon') return { html: setting.phone.page(plain) };
    const say = sayIn(plain.language);
    if (request.path === '/') return { status: 404, html: noticePage(plain, say('absent-title'), say('absent-text')) };
    const waiting = await waitingFor(provider, DIGID_CLIENT, request);
    const step = waiting && steps[waiting.step];
    if (!waiting || !step) return { status: 410, html: noticePage(plain, say('gone-title'), say('gone-text')) };
    const attempt = attempts.get(waiting.uid) ?? newAttempt();
    attempts.set(waiting.uid, attempt);
    const eldest = attempts.keys().next();
    if (attempts.size > MOST_ATTEMPTS && !eldest.done) attempts.delete(eldest.value);
    const { base, language, organisation } = waiting;
    const view: Step = { ...plain, base, language, organisation: organisation.name };
    const here: Here = { ...setting, request, waiting, attempt, view };
    return (await wayOut(here)) ?? step(here);
  };
}

/** The buttons that are on every page. */
async function wayOut({ request: { form }, waiting }: Here): Promise<Reply | undefined> {
  if (form.has('stop')) return waiting.finish({ error: 'CANCELLED' });
  if (form.has('storing')) return waiting.finish({ error: 'server_error' });
  if (form.has('verlopen')) return waiting.finish({ login: { accountId: LATE } });
  return undefined;
}

function chooseMeans({ request, attempt, view }: Here): Reply {
  if (request.method !== 'POST') return { html: meansPage(view) };
  const means = allMeans.find((one) => one === request.form.get('middel'));
  if (!means) return { status: 422, html: meansPage(view, true) };
  // Whoever chooses again also proves again.
  Object.assign(attempt, { means, proven: false });
  return { redirect: `${view.base}/gegevens` };
}

function fillInWho({ request, attempt, view, people, phone, clock }: Here): Reply {
  const { means } = attempt;
  if (!means) return { redirect: view.base };
  const able = people.filter((person) => person.means.includes(means));
  if (request.method !== 'POST') {
    const filled = able.find(({ userName }) => userName === request.query.get('wie'));
    return { html: whoPage(view, { people: able, filled }) };
  }
  const typed = request.form.get('gebruikersnaam') ?? '';
  const person = findPerson(people, typed, request.form.get('wachtwoord') ?? '');
  if (!person?.means.includes(means)) {
    const mistake = sayIn(view.language)(person ? 'who-without-means' : 'who-wrong');
    return { status: 422, html: whoPage(view, { people: able, typed, mistake }) };
  }
  attempt.person = person;
  attempt.proven = false;
  if (means !== 'sms') return { redirect: `${view.base}/pin` };
  sendCode({ attempt, view, phone, clock });
  return { redirect: `${view.base}/code` };
}

function sendCode({ attempt, view, phone, clock }: Pick<Here, 'attempt' | 'view' | 'phone' | 'clock'>): void {
  attempt.code = newCode(clock.now());
  phone.receive({
    userName: attempt.person?.userName ?? '',
    organisation: view.organisation,
    code: attempt.code.digits,
  });
}

function fillInCode(here: Here): Reply | Promise<Reply> {
  const { request, attempt, view, waiting, clock } = here;
  if (!attempt.person || !attempt.code) return { redirect: view.base };
  const show = (options: { mistake?: string; renewed?: boolean } = {}): Reply => ({
    status: options.mistake ? 422 : 200,
    html: codePage(view, { code: attempt.code?.digits ?? '', ...options }),
  });
  if (request.method !== 'POST') return show();
  if (request.form.has('nieuw')) {
    sendCode(here);
    return show({ renewed: true });
  }
  const say = sayIn(view.language);
  if (request.form.has('verouder')) {
    expireCode(attempt);
    return show({ mistake: say('code-expired') });
  }
  const answer = checkCode(attempt, request.form.get('code') ?? '', clock.now());
  if (answer === 'right') return prove(here);
  if (answer === 'expired') return show({ mistake: say('code-expired') });
  if (triesLeft(attempt) === 0) return waiting.finish({ error: 'login_required' });
  return show({ mistake: say('code-wrong', { left: triesLeft(attempt) }) });
}

function fillInPin(here: Here): Reply | Promise<Reply> {
  const { request, attempt, view, waiting } = here;
  if (!attempt.person || !attempt.means || attempt.means === 'sms') return { redirect: view.base };
  const document = attempt.means === 'app-document';
  if (request.method !== 'POST') return { html: pinPage(view, { document }) };
  if (!checkPin(attempt, request.form.get('pin') ?? '')) {
    if (triesLeft(attempt) === 0) return waiting.finish({ error: 'login_required' });
    const mistake = sayIn(view.language)('pin-wrong', { left: triesLeft(attempt) });
    return { status: 422, html: pinPage(view, { document, mistake }) };
  }
  if (document && !request.form.has('document')) {
    return { status: 422, html: pinPage(view, { document, documentMissing: true }) };
  }
  return prove(here);
}

/** The person is who he or she says; what is left is whether that was strong enough. */
function prove(here: Here): Reply | Promise<Reply> {
  const { attempt, view, waiting } = here;
  attempt.proven = true;
  if (!attempt.means || !isEnough(provenBy(attempt.means), askedBy(waiting.acrValues))) {
    return { redirect: `${view.base}/te-laag` };
  }
  return logIn(here);
}

function answerTooLow(here: Here): Reply | Promise<Reply> {
  const { request, attempt, view, waiting } = here;
  if (!attempt.proven || !attempt.means) return { redirect: view.base };
  if (request.form.has('toch')) return logIn(here);
  if (request.form.has('terug')) return waiting.finish({ error: 'unmet_authentication_requirements' });
  return { html: tooLowPage(view, askedBy(waiting.acrValues), provenBy(attempt.means)) };
}

async function logIn({ attempt: { person, means, proven }, waiting, view }: Here): Promise<Reply> {
  if (!person || !means || !proven) return { redirect: view.base };
  return waiting.finish({ login: { accountId: person.bsn, acr: provenBy(means).uri } });
}
