import { saveDrafts } from './drafts';

/** Drafts are sent this long before the end, while the session still counts. */
const SAVE_BEFORE = 5_000;

/** Other pages of the same portal in this browser: what one extends, holds for all. */
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('sessie') : undefined;

/**
 * `<pp-session seconds-left warn keep ended>`: opens its dialog `warn` seconds before the session ends, says each minute
 * how long is left, keeps the session when asked, and leaves for the `ended` page when it is over. The clock is the
 * browser's own, so a computer that slept finds out at once.
 */
class Session extends HTMLElement {
  #ends = 0;
  #saved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dialog: HTMLDialogElement | null = null;

  connectedCallback(): void {
    this.#dialog = this.querySelector('dialog');
    this.querySelector('[data-keep]')?.closest('form')?.addEventListener('submit', this.#onKeep);
    this.#dialog?.addEventListener('cancel', this.#onKeep);
    channel?.addEventListener('message', ({ data }) => this.#restart(Number(data)));
    document.addEventListener('visibilitychange', this.#check);
    const left = Number(this.getAttribute('seconds-left'));
    this.#restart(left);
    channel?.postMessage(left);
  }

  #restart(seconds: number): void {
    if (!(seconds > 0)) return;
    this.#ends = Date.now() + seconds * 1000;
    this.#saved = false;
    this.#dialog?.close();
    this.#check();
  }

  /** Looks at the clock, does what is due, and comes back when something is. */
  #check = (): void => {
    clearTimeout(this.#timer);
    const left = this.#ends - Date.now();
    const warn = Number(this.getAttribute('warn')) * 1000;
    if (left <= 0) {
      location.assign(this.getAttribute('ended') ?? '/');
      return;
    }
    if (left <= SAVE_BEFORE && !this.#saved) {
      this.#saved = true;
      void saveDrafts();
    }
    if (left <= warn) this.#warn(left);
    const next = left > warn ? left - warn : Math.min(1_000, left);
    this.#timer = setTimeout(this.#check, Math.min(next, 2 ** 30));
  };

  #warn(left: number): void {
    const minutes = String(Math.max(1, Math.ceil(left / 60_000)));
    const spans = [...this.querySelectorAll<HTMLElement>('[data-minutes]')];
    const shown = spans.find((span) => span.dataset.minutes === minutes) ?? spans[0];
    for (const span of spans) span.hidden = span !== shown;
    if (this.#dialog === null || this.#dialog.open) return;
    this.#dialog.showModal();
    this.querySelector<HTMLElement>('[data-keep]')?.focus();
  }

  /** Asks the server for more time, which answers with the seconds that are left. A refusal means it has ended. */
  #onKeep = async (event: Event): Promise<void> => {
    event.preventDefault();
    const response = await fetch(this.getAttribute('keep') ?? '', {
      method: 'POST',
      headers: { accept: 'application/json' },
    }).catch(() => undefined);
    if (response?.ok !== true) {
      location.assign(this.getAttribute('ended') ?? '/');
      return;
    }
    const answer: unknown = await response.json().catch(() => undefined);
    const given =
      typeof answer === 'object' && answer !== null && 'secondsLeft' in answer ? answer.secondsLeft : undefined;
    const seconds = typeof given === 'number' ? given : Number(this.getAttribute('seconds-left'));
    this.#restart(seconds);
    channel?.postMessage(seconds);
  };
}

customElements.define('pp-session', Session);
