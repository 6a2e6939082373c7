import { isUuid } from '../platform/database';

/** After which past appointment a further page begins: several may begin at the same moment. */
export interface Cursor {
  readonly at: Date;
  readonly id: string;
}

export const cursorText = ({ startsAt, id }: { startsAt: Date; id: string }): string => `${startsAt.getTime()}_${id}`;

/** Undefined for what is no place in the list: the first page. */
export function readCursor(text: string | undefined): Cursor | undefined {
  const [, milliseconds, id = ''] = /^(\d{1,14})_(.{36})$/.exec(text ?? '') ?? [];
  return milliseconds === undefined || !isUuid(id) ? undefined : { at: new Date(Number(milliseconds)), id };
}
