/** A browser without screen or scripts: cookies, redirects, and forms filled in by name. */
export class Browser {
  readonly #cookies = new Map<string, { value: string; path: string }>();
  /** Where it is, and what it sees there. */
  url = '';
  html = '';
  status = 0;

  /** It stops, without asking anything, at an address of `home`: the portal it came from. */
  constructor(readonly home: string) {}

  /** Goes to an address and follows redirects. */
  async open(address: string): Promise<void> {
    await this.#go(new URL(address, this.url || undefined));
  }

  /** Sends a form of the page, found by the address it goes to. */
  async submit(action: RegExp, fields: Record<string, string>): Promise<void> {
    const found = [...this.html.matchAll(/<form[^>]* action="([^"]+)"/g)].find(([, where]) => action.test(where ?? ''));
    if (!found?.[1]) throw new Error(`no form to ${action} on ${this.url}`);
    await this.#go(new URL(found[1], this.url), new URLSearchParams(fields));
  }

  async #go(start: URL, form?: URLSearchParams): Promise<void> {
    let address = start;
    let body = form;
    for (let hops = 0; hops < 20; hops++) {
      this.url = address.href;
      if (this.url.startsWith(this.home)) return;
      const response = await fetch(address, {
        redirect: 'manual',
        headers: { cookie: this.#cookiesFor(address) },
        ...(body && { method: 'POST', body }),
      });
      this.#keep(response);
      const location = response.headers.get('location');
      if (!location) {
        this.status = response.status;
        this.html = await response.text();
        return;
      }
      address = new URL(location, address);
      body = undefined;
    }
    throw new Error('redirected in circles');
  }

  #cookiesFor(address: URL): string {
    const fitting = [...this.#cookies].filter(([, { path }]) => address.pathname.startsWith(path));
    return fitting.map(([name, { value }]) => `${name.split(' ')[0]}=${value}`).join('; ');
  }

  #keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const [name = '', value = ''] = pair.split('=');
      const path = attributes.find((one) => one.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
      if (value) this.#cookies.set(`${name} ${path}`, { value, path });
      else this.#cookies.delete(`${name} ${path}`);
    }
  }
}
