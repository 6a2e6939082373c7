import { IntlMessageFormat } from 'intl-messageformat';
import en from '../locales/en/simulator.json';
import nl from '../locales/nl/simulator.json';

/** The simulators have texts of their own, apart from the portal's: they play somebody else's pages. */
export type SimulatorLanguage = 'nl' | 'en';
export type SimulatorText = keyof typeof nl;
export type Say = (key: SimulatorText, values?: Record<string, string | number>) => string;

const texts: Record<SimulatorLanguage, Record<SimulatorText, string>> = { nl, en };

export function sayIn(language: SimulatorLanguage): Say {
  return (key, values) => String(new IntlMessageFormat(texts[language][key], language).format(values));
}

/** The language of a page from what a portal asked (`ui_locales`) or a link said; Dutch for everything else. */
export function simulatorLanguage(wanted: unknown): SimulatorLanguage {
  return typeof wanted === 'string' && wanted.split(' ')[0] === 'en' ? 'en' : 'nl';
}
