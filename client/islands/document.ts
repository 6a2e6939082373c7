/**
 * A page that says a document is being made (house/document-pages.tsx): asks for it again until it is there, in place of
 * loading the page anew. The server answers after a second at the latest, with the document or with the page.
 */
export function waitForDocument(): void {
  if (document.querySelector('[data-document]') !== null) void ask();
}

const pause = 1_000;

async function ask(): Promise<void> {
  const answer = await fetch(location.href).catch(() => undefined);
  if (answer?.headers.get('content-type') === 'application/pdf') return hand(answer);
  // A line that broke for a moment is tried again; anything else than 'wait' is for the whole page to say.
  if (answer !== undefined && !(await stillWaiting(answer))) return location.reload();
  setTimeout(() => void ask(), pause);
}

async function stillWaiting(answer: Response): Promise<boolean> {
  return answer.ok && !answer.redirected && (await answer.text()).includes('data-document');
}

/** Gives the file under its own name, and says so. */
async function hand(answer: Response): Promise<void> {
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name ?? 'document.pdf';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  for (const part of document.querySelectorAll<HTMLElement>('[data-document]'))
    part.hidden = part.dataset.document !== 'ready';
}
