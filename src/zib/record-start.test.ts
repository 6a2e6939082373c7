import { expect, test } from 'vitest';
import type { Visit } from '../house';
import { texts } from '../platform/i18n';
import { loadPreset } from '../policies';
import { startsInWords } from './index';

const visit = (slug: string, language: 'nl' | 'en', base = '') =>
  ({ t: texts(language), organisation: { policy: loadPreset(slug) }, base }) as unknown as Visit;

test('DO-10 RE-12 from which date the record is shown: per location, for all, or from the beginning', () => {
  expect(startsInWords(visit('amstelland', 'en'))).toEqual([
    'Of location Oost you see data from 25 October 2015.',
    'Of location Zuid you see data from 13 March 2016.',
    'The care providers can see older data.',
  ]);
  expect(startsInWords(visit('drecht', 'nl'))[0]).toBe('U ziet hier gegevens vanaf 1 juli 2020.');
  expect(startsInWords(visit('duinzicht', 'nl'))).toEqual(['U ziet hier gegevens vanaf het begin van het dossier.']);
});

test('DO-10 the care team reads from which date the patient sees it', () => {
  expect(startsInWords(visit('drecht', 'nl', '/werkplek/patient/x'))).toEqual([
    'De patiënt ziet gegevens vanaf 1 juli 2020.',
  ]);
});
