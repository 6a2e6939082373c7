import { expect, FIRST_PORT, portal, test } from '../support/browser';
import { inspect } from '../support/browser-inspect';
import {
  chooseMeans,
  goToDigid,
  type Means,
  proveAt,
  readCode,
  sayWho,
  signIn,
  typeCode,
} from '../support/browser-sign-in';

const heading = (name: string | RegExp) => ['heading', { name, level: 1 }] as const;

test('IN-01 one signs in with the app and a check of the identity document', async ({ page }) => {
  await page.goto(portal('duinzicht'));
  await inspect(page);
  await page.getByRole('button', { name: 'Inloggen met DigiD' }).click();
  await proveAt(page, 'w.tromp', 'app-document');
  await expect(page).toHaveURL(portal('duinzicht', '/overzicht'));
  await expect(page.getByRole(...heading('Goedemorgen, meneer Tromp'))).toBeVisible();
});

test('IN-01 one signs in with the code that comes on the telephone; a wrong code is said, and nothing is lost', async ({
  page,
}) => {
  await goToDigid(page, portal('duinzicht'));
  await inspect(page);
  await chooseMeans(page, 'sms');
  await sayWho(page, 'a.tromp-visser', 'verkeerd');
  await expect(page.getByLabel('Gebruikersnaam')).toHaveValue('a.tromp-visser');
  await inspect(page, 'a wrong password');
  await sayWho(page, 'a.tromp-visser');
  const code = await readCode(page, 'a.tromp-visser');
  await typeCode(page, code === '000000' ? '111111' : '000000');
  await expect(page.locator('[name=code]')).toHaveAttribute('aria-invalid', 'true');
  await inspect(page, 'a wrong code');
  await typeCode(page, code);
  await expect(page.getByRole(...heading('Goedemorgen, mevrouw Tromp-Visser'))).toBeVisible();
});

for (const { button, title } of [
  { button: 'stop', title: 'U heeft het inloggen gestopt' },
  { button: 'verlopen', title: 'Het inloggen duurde te lang' },
  { button: 'storing', title: 'Inloggen is niet gelukt' },
]) {
  test(`IN-01 '${title}' is a page of its own, from which one can try again`, async ({ page }) => {
    await goToDigid(page, portal('duinzicht'));
    if (button !== 'stop') await page.locator('summary').click();
    await page.locator(`button[name=${button}]`).click();
    await expect(page.getByRole(...heading(title))).toBeVisible();
    await inspect(page, title);
    await page.getByRole('link', { name: 'Opnieuw inloggen' }).click();
    await expect(page).toHaveURL(portal('duinzicht', '/inloggen'));
    await inspect(page);
  });
}

test('IN-01 an answer of DigiD is good for one time', async ({ page }) => {
  let answer = '';
  page.on('request', (request) => {
    if (request.url().includes('/inloggen/digid/terug')) answer = request.url();
  });
  await signIn(page, portal('duinzicht'), 'w.tromp');
  await page.goto(answer);
  await expect(page.getByRole(...heading('Het inloggen duurde te lang'))).toBeVisible();
});

for (const { slug, who } of [
  { slug: 'amstelland', who: 'a.yilmaz' },
  { slug: 'drecht', who: 't.okonkwo' },
]) {
  test(`IN-01 a level that is too low for ${slug} is said, with what to do`, async ({ page }) => {
    await goToDigid(page, portal(slug));
    await proveAt(page, who, 'sms');
    await inspect(page, 'DigiD says that the level is too low');
    await page.locator('button[name=toch]').click();
    await expect(page.getByRole(...heading('Inloggen lukt niet op deze manier'))).toBeVisible();
    await expect(page.getByText('Doe in de DigiD-app een controle van uw identiteitsbewijs')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Wie kunt u bellen?' })).toBeVisible();
    await inspect(page, 'too low');
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('__Host-patient');
  });
}

/** Who is not let in, where, and what they read. */
const REFUSED: { row: string; who: string; slug: string; means: Means; title: string; text: string; call: string }[] = [
  {
    row: 'IN-02',
    who: 'w.tromp',
    slug: 'amstelland',
    means: 'app-document',
    title: 'We kennen u hier nog niet',
    text: 'Bel het inschrijfbureau',
    call: '088 555 03 05',
  },
  {
    row: 'IN-03',
    who: 'g.haddad',
    slug: 'maasoever',
    means: 'app',
    title: 'U kunt nog niet naar binnen',
    text: 'Kom met uw identiteitsbewijs naar de inschrijfbalie',
    call: '088 555 02 10',
  },
  {
    row: 'IN-04',
    who: 'n.tromp',
    slug: 'maasoever',
    means: 'app',
    title: 'U kunt nog niet zelf inloggen',
    text: 'Een ouder kan het dossier wel bekijken',
    call: '088 555 02 30',
  },
  {
    row: 'IN-15',
    who: 's.vandongen',
    slug: 'duinzicht',
    means: 'app',
    title: 'Dit dossier is gesloten',
    text: 'Ons medeleven als u een naaste heeft verloren',
    call: '088 555 01 20',
  },
];
for (const { row, who, slug, means, title, text, call } of REFUSED) {
  test(`${row} '${title}' says why and whom to call (${who} at ${slug})`, async ({ page }) => {
    await goToDigid(page, portal(slug));
    await proveAt(page, who, means);
    await expect(page.getByRole(...heading(title))).toBeVisible();
    await expect(page.getByText(text)).toBeVisible();
    await expect(page.getByRole('link', { name: call })).toBeVisible();
    await inspect(page, title);
    await page.goto(portal(slug, '/overzicht'));
    await expect(page).toHaveURL(/\/inloggen\?/);
  });
}

test('IN-04 a child under 12 sees appointments only, and reads why', async ({ visit }) => {
  const page = await visit({ person: 'n.tromp' });
  await expect(page.getByText('U bent nog jong. Daarom ziet u hier alleen uw afspraken.')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link')).toHaveText([
    'Overzicht',
    'Afspraken',
  ]);
  await inspect(page);
  await page.goto(portal('duinzicht', '/uitslagen'));
  await expect(page.getByRole(...heading('Dit deel kunt u nog niet zien'))).toBeVisible();
  await inspect(page);
});

test('IN-12 after signing out, nothing of the record is left behind the back button', async ({ visit }) => {
  const page = await visit({ person: 'w.tromp' }, { anew: true });
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Uitslagen' }).click();
  await expect(page.getByRole(...heading('Uitslagen'))).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Uitloggen' }).click();
  await expect(page.getByRole(...heading('U bent uitgelogd'))).toBeVisible();
  await inspect(page);
  for (let back = 0; back < 2; back += 1) {
    await page.goBack();
    await expect(page).toHaveURL(/\/inloggen\?terug=/);
    await expect(page.locator('body')).not.toContainText('Tromp');
  }
});

test('IN-18 an employee signs in apart from patients, and what was open as a patient is ended', async ({ visit }) => {
  const page = await visit({ person: 'e.tromp' }, { anew: true });
  await page.goto(portal('duinzicht', '/werkplek'));
  await expect(page.getByRole(...heading('Werkplek Duinzicht'))).toBeVisible();
  await inspect(page);
  await page.getByRole('button', { name: 'Inloggen als medewerker' }).click();
  await expect(page).toHaveURL(new RegExp(`localhost:${FIRST_PORT + 2}`));
  await inspect(page, 'the staff login');
  await page.getByRole('button', { name: 'Okafor' }).click();
  await expect(page.getByRole(...heading('Welkom, dr. S. Okafor'))).toBeVisible();
  await page.goto(portal('duinzicht', '/overzicht'));
  await expect(page).toHaveURL(/\/inloggen\?terug=/);
  await page.goto(portal('duinzicht', '/werkplek'));
  await page.getByRole('button', { name: 'Uitloggen' }).first().click();
  await expect(page.getByRole(...heading('U bent uitgelogd'))).toBeVisible();
  await expect(page.getByRole('link', { name: 'Opnieuw inloggen' })).toHaveAttribute('href', '/werkplek/inloggen');
});
