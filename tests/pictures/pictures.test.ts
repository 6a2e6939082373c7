import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, portal, test } from '../support/browser';
import { paletteImage } from './palette';

const FOLDER = join(import.meta.dirname, '../../docs/pictures');
const LARGEST = 150 * 1024;

/** What the window shows, as a small PNG. */
async function picture(page: Page, name: string, height: number, width = 1280): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(() =>
    document.fonts.ready.then(() => document.activeElement instanceof HTMLElement && document.activeElement.blur()),
  );
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const points = await page.evaluate(async (source) => {
    const bytes = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = '';
    for (let at = 0; at < data.length; at += 0x8000) text += String.fromCharCode(...data.subarray(at, at + 0x8000));
    return { width: bitmap.width, height: bitmap.height, text: btoa(text) };
  }, shot.toString('base64'));
  const image = paletteImage({ ...points, data: Buffer.from(points.text, 'base64') });
  expect(image.length, name).toBeLessThan(LARGEST);
  writeFileSync(join(FOLDER, `${name}.png`), image);
}

test('the pictures of README.md', async ({ visit }) => {
  const patient = await visit({ person: 'w.tromp' });
  await picture(patient, 'overview-1280', 850);
  await picture(patient, 'overview-390', 844, 390);
  await patient.setViewportSize({ width: 1280, height: 900 });
  await patient.goto(portal('duinzicht', '/uitslagen'));
  await patient
    .getByRole('link', { name: /^Hemoglobine/ })
    .first()
    .click();
  await picture(patient, 'result-1280', 1150);
  for (const [path, name] of [
    ['/dossier', 'record-1280'],
    ['/medicijnen', 'medicines-1280'],
  ] as const) {
    await patient.goto(portal('duinzicht', path));
    await picture(patient, name, 1000);
  }

  const doctor = await visit({ employee: 's.okafor' });
  await doctor.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Zoek patiënt' }).click();
  await doctor.getByLabel('Achternaam').fill('tromp');
  await doctor.getByRole('button', { name: 'Zoeken' }).click();
  const hit = doctor.getByRole('row').filter({ hasText: 'W. Tromp' });
  await hit.getByRole('link', { name: /Open dossier/ }).click();
  await picture(doctor, 'staff-1280', 800);

  const daughter = await visit({ person: 'e.tromp' });
  await daughter.getByText('Ander dossier openen').click();
  await daughter.getByRole('link', { name: 'De heer W. Tromp' }).click();
  await expect(daughter.getByRole('heading', { level: 1 })).toContainText('Tromp');

  await patient.goto(portal('duinzicht', '/inzage'));
  await picture(patient, 'log-1280', 860);
});
