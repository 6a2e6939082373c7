import type Provider from 'oidc-provider';
import { employees, subjectOf } from '../employees';
import { type Waiting, waitingFor } from '../interaction';
import { Button, Heading, noticePage, type PageSetting, renderPage } from '../page';
import { LATE } from '../provider';
import type { Pages, Reply } from '../server';
import { sayIn } from '../texts';

export const STAFF_CLIENT = 'inzage-werkplek-';

/** One page: the employees of the organisation, each a button that signs in. */
export function staffPages(provider: Provider, sheets: readonly string[]): Pages {
  return async (request) => {
    const plain: PageSetting = { kind: 'staff', language: 'nl', sheets };
    const say = sayIn(plain.language);
    if (!request.path.startsWith('/interactie/')) {
      return { status: 404, html: noticePage(plain, say('absent-title'), say('absent-text')) };
    }
    const waiting = await waitingFor(provider, STAFF_CLIENT, request);
    if (waiting?.step !== '') return { status: 410, html: noticePage(plain, say('gone-title'), say('gone-text')) };
    return answer(waiting, request.form) ?? { html: listPage({ ...plain, language: waiting.language }, waiting) };
  };
}

function answer({ organisation, finish }: Waiting, form: URLSearchParams): Promise<Reply> | undefined {
  if (form.has('stop')) return finish({ error: 'access_denied' });
  if (form.has('storing')) return finish({ error: 'server_error' });
  if (form.has('verlopen')) return finish({ login: { accountId: LATE } });
  const chosen = employees[organisation.slug].find(({ id }) => id === form.get('medewerker'));
  return chosen && finish({ login: { accountId: subjectOf(organisation.slug, chosen) } });
}

function listPage(setting: PageSetting, { base, organisation }: Waiting): string {
  const say = sayIn(setting.language);
  return renderPage(
    setting,
    say('staff-title'),
    <form method="post" action={base}>
      <Heading over={say('signing-in-at', { organisation: organisation.name })} title={say('staff-title')} />
      <p>{say('staff-intro')}</p>
      <h2 class="pp-h2">{say('staff-list', { organisation: organisation.name })}</h2>
      <ul class="pp-simlist">
        {employees[organisation.slug].map(({ id, name, function: work, clinics }) => (
          <li key={id}>
            <button class="pp-simbtn" type="submit" name="medewerker" value={id}>
              {say('staff-as', { name })}
            </button>
            <span>{[work, ...clinics].join(', ')}</span>
          </li>
        ))}
      </ul>
      <p class="pp-simactions">
        <Button name="stop" second>
          {say('stop')}
        </Button>
        <Button name="storing" second>
          {say('trial-failure')}
        </Button>
        <Button name="verlopen" second>
          {say('trial-expired')}
        </Button>
      </p>
    </form>,
  );
}
