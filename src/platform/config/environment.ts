import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

const port = z.coerce
  .number({ error: 'must be a port number' })
  .int({ error: 'must be a port number' })
  .min(1, { error: 'must be a port number from 1' })
  .max(65_535, { error: 'must be a port number up to 65535' });

const instant = z.iso
  .datetime({ offset: true, error: 'must be an instant like 2026-11-23T09:00:00Z' })
  .transform((text) => new Date(text));

const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, { error: 'must begin with postgresql://' });

const publicUrl = z.string().refine(isOrigin, {
  error: 'must be an address without a path, like https://{slug}.example.nl',
});

const proxies = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every(isNetwork), { error: 'must be addresses or networks with commas, like 10.0.0.0/8' });

/** The settings as they stand in the environment; docs/operations.md explains each. */
export const environment = z.object({
  INZAGE_MODE: z.enum(['demo', 'production'], { error: 'must be demo or production' }).default('production'),
  INZAGE_DATA: z.string().default('.data'),
  INZAGE_HOST: z.string().default('localhost'),
  INZAGE_PORT: port.default(3000),
  INZAGE_PUBLIC_URL: publicUrl.optional(),
  INZAGE_TRUSTED_PROXIES: proxies.default([]),
  INZAGE_KEYS_FILE: z.string().optional(),
  INZAGE_LOG: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' })
    .default('info'),
  INZAGE_SIMULATOR_PORT: port.optional(),
  INZAGE_STAFF_SIMULATOR_PORT: port.optional(),
  INZAGE_CARE_TIME: instant.optional(),
  INZAGE_DEMO_PATIENTS: z.coerce
    .number({ error: 'must be a number of people' })
    .int({ error: 'must be a number of people' })
    .min(0, { error: 'must be a number of people' })
    .optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  DATABASE_WEB_URL: databaseUrl.optional(),
  DATABASE_WORKER_URL: databaseUrl.optional(),
});

export type Environment = z.output<typeof environment>;

/** The names that are settings, with those that end in an organisation's slug. */
export const settingNames = new RegExp(
  `^(${Object.keys(environment.shape).join('|')}|INZAGE_(DIGID|STAFF)_(ISSUER|CLIENT_ID)_[A-Z0-9_]+)$`,
);

function isOrigin(text: string): boolean {
  const url = URL.parse(text.replace('{slug}', 'slug'));
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text.replace('{slug}', 'slug');
}

function isNetwork(text: string): boolean {
  const [address = '', prefix] = text.split('/');
  const version = isIP(address);
  if (version === 0) return false;
  if (prefix === undefined) return true;
  try {
    new BlockList().addSubnet(address, Number.parseInt(prefix, 10), version === 6 ? 'ipv6' : 'ipv4');
    return /^\d+$/.test(prefix);
  } catch {
    return false;
  }
}
