import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupNotes, type NoteLine, notesOnPage, pageOf } from './rules';

const id = (number: number) => `019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const note = (number: number, ...episodes: string[]): NoteLine => ({
  id: id(number),
  encounterId: null,
  effectiveOn: null,
  episodes,
});

describe('DO-04 which subject a note belongs to', () => {
  test('to each that it names and that is here; else to none', () => {
    const here = `EpisodeOfCare/${id(1)}`;
    const elsewhere = `EpisodeOfCare/${id(9)}`;
    const notes = [note(11, here), note(12, elsewhere), note(13), note(14, here, elsewhere), note(15, here, here)];
    const { of, loose } = groupNotes([{ id: id(1) }], notes);
    expect(of.get(id(1))?.map((each) => each.id)).toEqual([id(11), id(14), id(15)]);
    expect(loose.map((each) => each.id)).toEqual([id(12), id(13)]);
  });

  test('a reference that is not ours is none', () => {
    const { loose } = groupNotes([{ id: id(1) }], [note(11, 'EpisodeOfCare/1', 'https://x/EpisodeOfCare/1', '')]);
    expect(loose).toHaveLength(1);
  });

  test('pages hold every note once, in order', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), (count) => {
        const notes = Array.from({ length: count }, (_, index) => note(index));
        const seen: NoteLine[] = [];
        for (let from: string | undefined, rounds = 0; rounds < 10; rounds++) {
          const { shown, next } = pageOf(notes, from);
          expect(shown.length).toBeLessThanOrEqual(notesOnPage);
          seen.push(...shown);
          if (next === undefined) break;
          from = next.id;
        }
        expect(seen).toEqual(notes);
      }),
      { seed: 20261123 },
    );
  });

  test('an unknown place begins at the beginning', () => {
    expect(pageOf([note(1), note(2)], 'anything').shown).toHaveLength(2);
  });
});
