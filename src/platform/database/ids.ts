import { v7 } from 'uuid';

/** A new identifier: UUIDv7, made by the application so that no sequence ties machines together. */
export const uuidv7 = (): string => v7();

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a word from an address can be an identifier at all: the database refuses to compare others. */
export const isUuid = (text: string): boolean => uuid.test(text);
