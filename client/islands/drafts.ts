/** How often changes are sent. */
const EVERY = 10_000;

/** Never kept: what proves who somebody is. */
const SECRET = 'input[type=password], input[autocomplete=one-time-code], input[type=file]';

const changed = new Set<HTMLFormElement>();

/** What a form holds now, as the server's `/concept` takes it: its fields, and which form on which page. */
function contents(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams({ _form: form.dataset.draft ?? '', _page: location.pathname });
  const secret = new Set([...form.querySelectorAll<HTMLInputElement>(SECRET)].map(({ name }) => name));
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !secret.has(name)) body.append(name, value);
  }
  return body;
}

/** Sends what was typed since the last time. A draft that could not be sent is tried again with the next. */
export async function saveDrafts(): Promise<void> {
  await Promise.all(
    [...changed].map(async (form) => {
      changed.delete(form);
      const sent = await fetch('/concept', { method: 'POST', body: contents(form), keepalive: true }).catch(
        () => undefined,
      );
      if (sent?.ok !== true && sent?.status !== 401) changed.add(form);
    }),
  );
}

/** Keeps `<form data-draft="name">` on the server while somebody types. */
export function keepDrafts(): void {
  const forms = document.querySelectorAll<HTMLFormElement>('form[data-draft]');
  if (forms.length === 0) return;
  for (const form of forms) {
    form.addEventListener('input', () => changed.add(form));
    form.addEventListener('submit', () => changed.delete(form));
  }
  setInterval(saveDrafts, EVERY);
  addEventListener('pagehide', () => void saveDrafts());
}
