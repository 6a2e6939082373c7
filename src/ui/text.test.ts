import { expect, test } from 'vitest';
import { initials } from './text';

test.each([
  ['De heer W. Tromp', 'WT'],
  ['Mevrouw A. Tromp-Visser', 'AT'],
  ['Dr. S. Okafor', 'SO'],
  ['F. el Amrani', 'FA'],
  ['J. de Wit-Peters', 'JW'],
  ['Noor Tromp', 'NT'],
  ['Polikliniek Orthopedie', 'PO'],
  ['Ş. Yılmaz', 'ŞY'],
  ['Cher', 'C'],
  ['onbekend', 'O'],
  ['', ''],
])('initials of %j are %j', (name, expected) => expect(initials(name)).toBe(expected));
