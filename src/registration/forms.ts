import { z } from 'zod';
import { isBsn } from '../people';
import { defineForm } from '../platform/forms';
import { cleanDocumentNumber, digitsOf, isDocumentType, parseBirthDate } from './rules';

/** ST-02: one field is enough; what is filled in must all fit. */
export const searchForm = defineForm({
  achternaam: z
    .string()
    .trim()
    .max(100, 'registration.surname-long')
    .refine((name) => name.length !== 1, 'registration.surname-short'),
  geboortedatum: z
    .string()
    .trim()
    .refine((text) => text === '' || parseBirthDate(text) !== undefined, 'registration.birth-date-wrong')
    .transform((text) => parseBirthDate(text) ?? ('' as const)),
  nummer: z
    .string()
    .max(60, 'registration.number-long')
    .transform((text) => text.trim()),
  bsn: z
    .string()
    .transform(digitsOf)
    .refine((text) => text === '' || isBsn(text), 'registration.bsn-wrong'),
});

/** IN-03: what the receptionist read on the document and compared. */
export const verificationForm = defineForm({
  document: z.string().refine(isDocumentType, 'registration.document-missing'),
  documentnummer: z.string().transform(cleanDocumentNumber),
  bsn: z
    .string()
    .transform(digitsOf)
    .refine((text) => text !== '', 'registration.bsn-missing')
    .refine((text) => text === '' || isBsn(text), 'registration.bsn-wrong'),
  foto: z.string().refine((tick) => tick === 'ja', 'registration.photo-missing'),
  gegevens: z.string().refine((tick) => tick === 'ja', 'registration.same-missing'),
});

/** A BSN is never kept in a draft. */
export const verificationKeeps = verificationForm.fields.filter((field) => field !== 'bsn');
