import { expect, test } from 'vitest';
import { assetsOf } from './assets';

const MANIFEST = {
  'client/portal.ts': { file: 'assets/portal-a1.js', css: ['assets/portal-b2.css'] },
  'client/icons.svg': { file: 'assets/icons-c3.svg' },
  'node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2': {
    file: 'assets/figtree-d4.woff2',
  },
  'node_modules/@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2': {
    file: 'assets/vazir-e5.woff2',
  },
};

test('addresses carry the hash of the build', () => {
  const assets = assetsOf(MANIFEST);
  expect(assets.script('portal')).toBe('/assets/portal-a1.js');
  expect(assets.styles('portal')).toEqual(['/assets/portal-b2.css']);
  expect(assets.icons).toBe('/assets/icons-c3.svg');
  expect(assets.font('ltr')).toBe('/assets/figtree-d4.woff2');
  expect(assets.font('rtl')).toBe('/assets/vazir-e5.woff2');
});

test('without a build plain names stand in', () => {
  const assets = assetsOf(undefined);
  expect(assets.styles('staff')).toEqual(['/assets/staff.css']);
  expect(assets.icons).toBe('/assets/icons.svg');
});
