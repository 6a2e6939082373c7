import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineForm, submissionField, withErrors } from './index';

const form = defineForm({
  reden: z.string().trim().min(3, 'common.unknown').max(20, 'common.back'),
  getal: z.string().transform((text, context) => {
    if (!/^\d+$/.test(text)) context.addIssue({ code: 'custom', message: 'common.sex' });
    return Number(text);
  }),
});
const submission = '01a2086e-feb5-71f6-990e-904b72d46a3d';

describe('IN-12 a form', () => {
  test('gives values when everything is right', () => {
    const reading = form.read({ reden: '  goed zo ', getal: '12', anders: 'x', [submissionField]: submission });
    expect(reading).toEqual({
      ok: true,
      values: { reden: 'goed zo', getal: 12 },
      state: { typed: { reden: '  goed zo ', getal: '12' }, errors: {}, submission },
    });
  });

  test('gives each field its first error, with what was typed', () => {
    const reading = form.read({ reden: 'x', getal: 'twaalf', [submissionField]: submission });
    expect(reading).toMatchObject({
      ok: false,
      state: {
        typed: { reden: 'x', getal: 'twaalf' },
        errors: { reden: 'common.unknown', getal: 'common.sex' },
        submission,
      },
    });
  });

  test('keeps the same one-time id, and makes one where there is none', () => {
    expect(form.read({ [submissionField]: submission }).state.submission).toBe(submission);
    for (const wrong of [undefined, '', 'x', "'; drop", ['x', submission], submission.slice(1)]) {
      const made = form.read({ [submissionField]: wrong }).state.submission;
      expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
      expect(made).not.toBe(submission);
    }
    expect(form.empty().submission).not.toBe(form.empty().submission);
  });

  test('takes from a draft its own fields', () => {
    expect(form.empty({ reden: 'eerder getypt', anders: 'x' }).typed).toEqual({ reden: 'eerder getypt', getal: '' });
    expect(form.fields).toEqual(['reden', 'getal']);
  });

  test('gets errors that only the action could find', () => {
    const { state } = form.read({ reden: 'goed', getal: '1' });
    expect(withErrors(state, { reden: 'common.unknown' })).toEqual({ ...state, errors: { reden: 'common.unknown' } });
  });

  test('never fails, whatever is posted', { timeout: 120_000 }, () => {
    const bodies = fc.oneof(
      fc.anything(),
      fc.record({ reden: fc.anything(), getal: fc.anything(), [submissionField]: fc.anything() }, { requiredKeys: [] }),
    );
    fc.assert(
      fc.property(bodies, (body) => {
        const { state } = form.read(body);
        expect(Object.keys(state.typed)).toEqual(['reden', 'getal']);
        for (const typed of Object.values(state.typed)) {
          expect(typeof typed).toBe('string');
          expect(typed.length).toBeLessThanOrEqual(10_000);
        }
      }),
      { seed: 20261203, numRuns: process.env.INZAGE_PROVE ? 20_000 : 500 },
    );
  });

  test('cuts off what nobody types', () => {
    expect(form.read({ reden: 'x'.repeat(20_000) }).state.typed.reden).toHaveLength(10_000);
  });
});
