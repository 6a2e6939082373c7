import { v7 } from 'uuid';

/** A new identifier: UUIDv7, made by the application so that no sequence ties machines together. */
export const uuidv7 = (): string => v7();
