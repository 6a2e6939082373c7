import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { type EmployeeViewer, startPersonSession, startStaffSession } from '../../src/access';
import type { Program } from '../../src/house';
import { loadConfig } from '../../src/platform/config';
import { fixedClock } from '../../src/platform/time';
import { openProgram } from '../../src/program';
import { buildServer } from '../../src/web';
import type { TestDatabase } from './database';

export interface Browser {
  get(path: string): Promise<LightMyRequestResponse>;
  post(path: string, fields?: Record<string, string>): Promise<LightMyRequestResponse>;
  readonly cookie: string;
}

export interface Portal {
  readonly program: Program;
  readonly server: FastifyInstance;
  readonly careClock: ReturnType<typeof fixedClock>;
  readonly wallClock: ReturnType<typeof fixedClock>;
  /** Nobody, at an organisation. */
  anonymous(slug: string, headers?: Record<string, string>): Browser;
  /** A person who is signed in. */
  person(slug: string, person: string, headers?: Record<string, string>): Promise<Browser>;
  /** An employee who is signed in; the employee row must exist. */
  employee(slug: string, employee: Omit<EmployeeViewer, 'kind' | 'session' | 'organisation'>): Promise<Browser>;
  close(): Promise<void>;
}

/** The whole portal on a test database whose organisations exist, without a port; both clocks stand still. */
export async function startPortal(database: TestDatabase, at: Date | string): Promise<Portal> {
  const folder = mkdtempSync(join(tmpdir(), 'inzage-portal-'));
  const variables = {
    INZAGE_MODE: 'demo',
    INZAGE_DATA: folder,
    DATABASE_WEB_URL: database.webUrl,
    INZAGE_LOG: 'error',
  };
  const config = loadConfig(variables, join(import.meta.dirname, '../..'));
  const careClock = fixedClock(at);
  const wallClock = fixedClock(at);
  const program = await openProgram(config, { careClock, wallClock });
  const server = await buildServer(program, { sheds: false });
  const organisationOf = (slug: string) => {
    const found = program.organisations.all().find((organisation) => organisation.slug === slug);
    if (found === undefined) throw new Error(`no organisation ${slug} in this test database`);
    return found;
  };
  const browser = (slug: string, cookie: string, extra: Record<string, string> = {}): Browser => {
    const host = new URL(organisationOf(slug).origin).host;
    const headers = { host, cookie, 'accept-language': 'nl', ...extra };
    return {
      cookie,
      get: (url) => server.inject({ method: 'GET', url, headers }),
      post: (url, fields = {}) =>
        server.inject({
          method: 'POST',
          url,
          headers: { ...headers, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams(fields).toString(),
        }),
    };
  };
  return {
    program,
    server,
    careClock,
    wallClock,
    anonymous: (slug, headers) => browser(slug, '', headers),
    async person(slug, person, headers) {
      const organisation = organisationOf(slug);
      const limits = program.sessionLimits(organisation);
      const session = { organisation: organisation.id, person, level: 'substantieel' as const };
      const { token } = await startPersonSession(program.pool, session, limits, wallClock.now());
      return browser(slug, `__Host-patient=${token}`, headers);
    },
    async employee(slug, employee) {
      const organisation = organisationOf(slug);
      const limits = program.sessionLimits(organisation);
      const session = { ...employee, organisation: organisation.id };
      const { token } = await startStaffSession(program.pool, session, limits, wallClock.now());
      return browser(slug, `__Host-staff=${token}`);
    },
    async close() {
      await server.close();
      await program.close();
    },
  };
}
