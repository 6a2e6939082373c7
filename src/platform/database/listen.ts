import { Client } from 'pg';

export interface Listening {
  close(): Promise<void>;
}

const againMs = 1_000;

/**
 * Hears what other processes tell on a channel (NOTIFY). A lost connection is made again; what was told meanwhile is not
 * heard, so whoever listens also looks by itself now and then.
 */
export function listen(url: string, channel: string, heard: (message: string) => void): Listening {
  if (!/^[a-z_]+$/.test(channel)) throw new Error(`not a channel: ${channel}`);
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const connect = async () => {
    const mine = new Client({ connectionString: url, application_name: `inzage-listen-${channel}`, keepAlive: true });
    const lost = () => {
      if (client !== mine) return;
      client = undefined;
      mine.end().catch(() => undefined);
      if (!closed) timer = setTimeout(connect, againMs);
    };
    client = mine;
    mine.on('error', lost).on('end', lost);
    mine.on('notification', ({ payload }) => heard(payload ?? ''));
    try {
      await mine.connect();
      await mine.query(`LISTEN ${channel}`);
    } catch {
      lost();
    }
  };
  void connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
  };
}
