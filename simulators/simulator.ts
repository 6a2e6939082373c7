import type Provider from 'oidc-provider';
import type { Clock } from '../src/platform/time';
import { styleSheets } from './assets';
import type { PortalSetting } from './clients';
import { organisations } from './organisations';
import { createProvider, type ProviderSettings } from './provider';
import { handlerOf, listen, type Pages } from './server';

/** What every simulator is told from outside. */
export type SimulatorSetting = PortalSetting & {
  /** 0 takes a free port. */
  port: number;
  clientFolder: string;
  clock: Clock;
  log(line: string): void;
};

/** What makes one simulator different from another. */
export type SimulatorKind = Pick<ProviderSettings, 'clients' | 'acrValues' | 'claims' | 'claimsOf'> & {
  errorPage(sheets: readonly string[], code: string): string;
  pages(provider: Provider, sheets: readonly string[]): Pages;
};

export type Simulator = { issuer: string; close(): Promise<void> };

/** Starts one simulator; resolves when it answers. Rejects when its port is taken. */
export async function runSimulator(setting: SimulatorSetting, kind: SimulatorKind): Promise<Simulator> {
  const { clock, log, clientFolder } = setting;
  const listening = await listen(setting.port);
  const issuer = `http://localhost:${listening.port}`;
  const sheets = styleSheets(clientFolder);
  const { clients, acrValues, claims, claimsOf } = kind;
  const errorPage = (code: string) => kind.errorPage(sheets, code);
  const provider = await createProvider({ issuer, clients, acrValues, claims, claimsOf, errorPage, clock, log });
  const portals = organisations.map(({ slug }) => setting.portalOrigin(slug));
  listening.serve(handlerOf({ provider, pages: kind.pages(provider, sheets), clientFolder, portals, log }));
  return { issuer, close: listening.close };
}
