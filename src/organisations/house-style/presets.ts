import type { HouseStyle, MarkShape } from './theme';

const line = (d: string, tone: MarkShape['tone'], stroke = 3.2): MarkShape => ({ d, tone, stroke });
const shape = (d: string, tone: MarkShape['tone']): MarkShape => ({ d, tone });

/** The house styles of the four organisations of the demonstration. Marks are our own drawings. */
export const houseStyles = {
  /** Petrol and apricot; two waves. */
  duinzicht: {
    brand: { h: 218, c: 0.085, cSoft: 0.021 },
    accent: { h: 58, c: 0.12, cSoft: 0.045 },
    mark: [line('M9 28c4-5 8-5 13 0s9 5 13 0', 'ink'), line('M9 20c4-5 8-5 13 0s9 5 13 0', 'accent')],
  },
  /** Harbour blue and brick; a bridge over water. */
  maasoever: {
    brand: { h: 262, c: 0.115, cSoft: 0.022 },
    accent: { h: 35, c: 0.12, cSoft: 0.042 },
    accent3: { h: 180, c: 0.08, cSoft: 0.022 },
    mark: [line('M8 29h28M12 29a10 10 0 0 1 20 0M22 19v10M16 21v8M28 21v8', 'ink', 3), line('M8 35h28', 'accent')],
  },
  /** Plum and straw; a capital with a sun. */
  amstelland: {
    brand: { h: 330, c: 0.115, cSoft: 0.022 },
    accent: { h: 85, c: 0.11, cSoft: 0.05 },
    accent3: { h: 200, c: 0.08, cSoft: 0.02 },
    mark: [
      line('M12 33 22 11l10 22', 'ink', 3.4),
      shape('M18.4 28a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0z', 'accent'),
    ],
  },
  /** Green and coral; a house with a leaf. */
  drecht: {
    brand: { h: 152, c: 0.085, cSoft: 0.024 },
    accent: { h: 40, c: 0.12, cSoft: 0.04 },
    accent3: { h: 260, c: 0.09, cSoft: 0.025 },
    mark: [line('M10 22 22 11l12 11v11H10z', 'ink'), shape('M22 31c-5-3-5-8 0-9 5 1 5 6 0 9z', 'accent')],
  },
} satisfies Record<string, HouseStyle>;
