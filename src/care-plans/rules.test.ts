import type { Consent, ServiceRequest, Timing } from '@medplum/fhirtypes';
import { describe, expect, test } from 'vitest';
import { texts } from '../platform/i18n';
import { type Entry, Names } from '../zib';
import { directivesOf, kindOfConsent } from './directives';
import { kindOf } from './referrals';
import { isOver, stateOf, stateOfRequest } from './states';
import { timingText } from './timing';

const t = texts('nl');
const names = new Names(new Map());
const coded = (code: string) => ({ coding: [{ code }] });

describe('DO-14 what a request asks for', () => {
  test.each<[string, Pick<ServiceRequest, 'category' | 'code'>, string]>([
    ['a category of referral', { category: [coded('3457005')] }, 'referral'],
    ['a code of referral', { code: coded('306206005') }, 'referral'],
    ['a laboratory', { category: [coded('laboratory')] }, 'examination'],
    ['an image', { category: [coded('363679005')] }, 'examination'],
    ['a referral to a laboratory', { category: [coded('3457005'), coded('laboratory')] }, 'referral'],
    ['something else', { category: [coded('9632001')] }, 'planned'],
    ['nothing said', {}, 'planned'],
    ['a name of every object', { category: [coded('constructor')] }, 'planned'],
  ])('%s', (_, request, kind) => {
    expect(kindOf(request)).toBe(kind);
  });
});

describe('how far something is', () => {
  test.each([
    ['active', 'now', 'planned'],
    ['completed', 'done', 'done'],
    ['on-hold', 'paused', 'paused'],
    ['revoked', 'stopped', 'stopped'],
    ['unknown', undefined, undefined],
    ['constructor', undefined, undefined],
    [undefined, undefined, undefined],
  ])('%s: of a plan %s, of a request %s', (status, plan, request) => {
    expect([stateOf(status), stateOfRequest(status)]).toEqual([plan, request]);
  });

  test('what nobody knows the state of is not over', () => {
    expect([isOver(undefined), isOver('paused'), isOver('done'), isOver('stopped')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('when something of a plan happens', () => {
  test.each<[Timing, string | undefined]>([
    [{ repeat: { frequency: 1, period: 1, periodUnit: 'd' } }, '1 keer per dag'],
    [{ repeat: { frequency: 2, frequencyMax: 3, period: 1, periodUnit: 'wk' } }, '2 tot 3 keer per week'],
    [{ repeat: { period: 6, periodUnit: 'mo' } }, '1 keer per 6 maanden'],
    [{ repeat: { frequency: 3 } }, undefined],
    [{ repeat: { frequency: 3, period: 1, periodUnit: 's' } }, undefined],
    [{ code: { text: 'voor het slapen' } }, 'voor het slapen'],
    [{ event: ['2026-12-01', '2026-12'] }, '1 december 2026, december 2026'],
    [{ repeat: { boundsPeriod: { start: '2026-11-05' } } }, 'sinds 5 november 2026'],
    [{}, undefined],
  ])('%j', (timing, words) => {
    expect(timingText(t, timing)?.replaceAll('\u00a0', ' ')).toBe(words);
  });
});

describe('DO-13 wishes', () => {
  const wish = (content: Partial<Consent>): Entry<'Consent'> =>
    ({
      id: 'x',
      type: 'Consent',
      content: { resourceType: 'Consent', status: 'active', scope: coded('treatment'), ...content },
    }) as Entry<'Consent'>;
  const read = (content: Partial<Consent>, today = '2026-11-23') => directivesOf(t, [wish(content)], names, today)[0];

  test.each<[string, Pick<Consent, 'scope' | 'category'>, string | undefined]>([
    ['treatment', { scope: coded('treatment'), category: [] }, 'treatment'],
    ['advance directive', { scope: coded('adr'), category: [] }, 'advance'],
    ['by its category alone', { scope: {}, category: [coded('11341000146107')] }, 'advance'],
    ['sharing data', { scope: coded('patient-privacy'), category: [coded('59284-0')] }, undefined],
  ])('%s', (_, consent, kind) => {
    expect(kindOfConsent(consent)).toBe(kind);
  });

  test('yes, no, in words, or not clear: words go before a yes', () => {
    const url = 'http://nictiz.nl/fhir/StructureDefinition/ext-TreatmentDirective2.SpecificationOther';
    const modifierExtension = [{ url, valueString: 'Alleen overdag' }];
    expect(read({ provision: { type: 'permit' } })?.decision).toEqual({ kind: 'do' });
    expect(read({ provision: { type: 'deny' } })?.decision).toEqual({ kind: 'do-not' });
    expect(read({ provision: {} })?.decision).toEqual({ kind: 'unknown' });
    expect(read({ provision: { type: 'permit' }, modifierExtension })?.decision).toEqual({
      kind: 'words',
      text: 'Alleen overdag',
    });
  });

  test.each([
    ['active', undefined, true],
    ['active', '2026-11-23', true],
    ['active', '2026-11-22', false],
    ['active', '2026', true],
    ['active', '2026-10', false],
    ['active', '2026-11-22T23:30:00+01:00', false],
    ['inactive', undefined, false],
    ['rejected', undefined, false],
    ['draft', undefined, false],
  ] as const)('%s until %s holds on 23 November 2026: %s', (status, end, holds) => {
    const provision = end === undefined ? {} : { period: { end } };
    expect(read({ status, provision })?.holds).toBe(holds);
  });
});
