import { type HouseStyle, houseStyles } from './house-style';

/** The looks of an organisation; one without its own wears those of the first. */
export function styleOf(slug: string): HouseStyle {
  const styles: Readonly<Record<string, HouseStyle>> = houseStyles;
  return styles[slug] ?? houseStyles.duinzicht;
}
