/** What is made, as an independent reader sees it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCompiler } from './compile';
import type { Block, DocumentModel } from './model';
import { all, readPdf } from './test-support/reader';
import { fivePages, sample } from './test-support/sample';

const compile = makeCompiler();
const read = (change: Partial<DocumentModel> = {}) => readPdf(compile(sample(change)));
const only = (...blocks: Block[]) => ({ blocks });
/** Where lines end and letters of another font begin is no matter of the words. */
const plain = (words: string) => words.replace(/\s+/g, '');
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

describe('DE-01 a document is accessible (PDF/UA-1)', () => {
  test('says what it is: marked, with title, language, author and the moment it was made', async () => {
    expect(await read()).toMatchObject({
      marked: true,
      pdfua: '1',
      title: 'Hemoglobine',
      showsTitle: true,
      language: 'nl',
      author: 'Duinzicht Ziekenhuis',
      made: 'D:20261123140400Z',
    });
    expect((await read({ language: 'en' })).language).toBe('en');
  });

  test('has its structure: headings in order, header cells, lists with labels, quotes', async () => {
    const { tree } = await read();
    const headings = ['H1', 'H2', 'H3'].map((role) => all(tree, role).map(({ text }) => text));
    expect(headings).toEqual([['Hemoglobine'], ['Gegevens', 'Uw waarden in de tijd'], ['Hemoglobin in blood']]);
    const [table] = all(tree, 'Table');
    expect(all(table?.children ?? [], 'TH').map(({ text }) => text)).toEqual(['Datum', 'Waarde', 'Normaal?']);
    expect(all(table?.children ?? [], 'TD').map(({ text }) => text)).toEqual([
      '20 november 2026',
      '8,4',
      'Lager',
      '20 augustus 2026',
      '8,0',
      'Lager',
    ]);
    const [facts, list] = all(tree, 'L');
    const items = (node: typeof facts, role: string) => all(node?.children ?? [], role).map(({ text }) => text);
    expect(items(facts, 'Lbl')).toEqual(['Datum', 'Waarde']);
    expect(items(facts, 'LBody')).toEqual(['vrijdag 20 november 2026', '8,4 mmol/l']);
    expect(items(list, 'LBody')).toEqual(['Identiteitsbewijs', 'Medicijnen']);
    expect(all(tree, 'BlockQuote').map(({ text }) => text)).toEqual([
      'Geen bijzonderheden. Controle over een jaar. dr. S. Okafor, internist',
    ]);
  });

  test('says in words what a chart shows', async () => {
    const { tree } = await read();
    expect(all(tree, 'Figure').map(({ alt }) => alt)).toEqual([
      'Grafiek van hemoglobine, van februari 2025 tot november 2026',
    ]);
  });

  test('marks words in another language', async () => {
    const { tree } = await read();
    const [heading] = all(tree, 'H3');
    expect(heading?.lang ?? heading?.children[0]?.lang).toBe('en');
  });

  test('says first whose portal and whose record it is; what repeats on every page is no content', async () => {
    const { text, pages } = await readPdf(compile(fivePages()));
    expect(pages).toBe(5);
    expect(text).toMatch(
      /^Duinzicht Ziekenhuis\W+Zeeweg 1, 2555 AA Den Haag\W+088 555 01 00\W+Uit het dossier van De heer W. Tromp/,
    );
    expect(text.match(/De heer W\. Tromp/g)).toHaveLength(1);
    expect(text).not.toMatch(/Bladzijde|Gemaakt op/);
  });

  test('uses only the letters that it brings', async () => {
    expect((await read()).fonts.toSorted()).toEqual(['Figtree-Bold', 'Figtree-Regular', 'Figtree-SemiBold']);
    const { fonts, text } = await read(only(paragraph('β2-microglobuline ≤ 2,5 µmol/l → Ω Привет نتيجة الدم')));
    expect(plain(text)).toContain('β2-microglobuline≤2,5µmol/l→ΩПривет');
    for (const font of fonts) expect(font).toMatch(/^(Figtree|Vazirmatn|DejaVuSans)(-(Regular|SemiBold|Bold))?$/);
  });

  test('repeats the header cells of a table that goes on, and reads them once', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`dag ${index}`, String(index)]);
    const { tree, pages } = await read(only({ kind: 'table', columns: ['Datum', 'Waarde'], rows }));
    expect(pages).toBeGreaterThan(2);
    const full = (role: string) => all(tree, role).filter(({ text }) => text !== '');
    expect(full('TH').map(({ text }) => text)).toEqual(['Datum', 'Waarde']);
    expect(full('TD')).toHaveLength(240);
  });
});

describe('a document from right to left', () => {
  test('has the same structure and order, and numbers keep theirs', async () => {
    const { text, tree } = await read({ direction: 'rtl' });
    expect(text.replace(/[\u2066-\u2069]/g, '')).toContain('Datum vrijdag 20 november 2026 Waarde 8,4 mmol/l');
    expect(all(tree, 'TH').map((cell) => cell.text)).toEqual(['Datum', 'Waarde', 'Normaal?']);
  });
});

describe('what somebody wrote is data', () => {
  const hostile = [
    '#panic("x") #read("/etc/passwd") #import "x.typ"',
    '= geen kop\n- geen lijst\n+ ook niet\n/ term: nee',
    '*niet vet* _niet schuin_ `geen code` $x^2$ <label> @verwijzing \\ // geen commentaar /* ook niet */',
    ']#] [[ ) } { "" \' \\" \\u{41} #{1+1} ~ --- ...',
    '{page} van {pages} {{x}} %s </script><b>x</b>',
  ];

  test.each(hostile)('%j comes out as it went in, wherever it stands', async (text) => {
    const blocks: Block[] = [
      { kind: 'heading', level: 2, text },
      { kind: 'paragraph', text },
      { kind: 'facts', items: [{ label: text, value: text }] },
      { kind: 'list', items: [text] },
      { kind: 'table', caption: text, columns: [text], rows: [[text]] },
      { kind: 'quote', text, by: text },
      { kind: 'note', look: 'info', title: text, text },
      { kind: 'small', text: { text, lang: 'en' } },
    ];
    const made = await read({ title: text, above: text, blocks, record: { label: text, name: text, facts: [] } });
    const found = plain(made.text).split(plain(text)).length - 1;
    expect(found).toBe(17);
    expect(made.title.replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '));
    expect(all(made.tree, 'H1')).toHaveLength(1);
  });

  test('no text whatsoever keeps a document from being made', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const made = compile(
          sample({
            title: `x${text}`,
            ...only(paragraph(text), { kind: 'facts', items: [{ label: text, value: text }] }),
          }),
        );
        expect(made.subarray(0, 5).toString()).toBe('%PDF-');
      }),
      { seed: 20261123, numRuns: 40 },
    );
  });

  test('what no letter shows is replaced and said; what turns text round is left out', async () => {
    const { text } = await read(only(paragraph('rood 🩸 日本 \u0007 klaar')));
    expect(text).toContain('rood □ □□ □ klaar');
    expect(text).toContain('Een □ staat op de plaats van een teken dat niet in een pdf kan.');
    const turned = await read(only(paragraph('uitslag \u202egoed\u202c af\u00adbreken')));
    expect(turned.text).toContain('uitslag goed afbreken');
    expect(turned.text).not.toContain('□');
  });

  test('a document that would keep all others waiting is refused', () => {
    expect(() => compile(sample(only(paragraph('x'.repeat(4_000_001)))))).toThrow('too large');
  });

  test('a mistake in the program is told without the document’s words', () => {
    const wrong = sample(
      only({ kind: 'heading', level: 9 as 2, text: 'geheim woord' }, { kind: 'onbekend' as 'small', text: 'geheim' }),
    );
    let message = '';
    try {
      compile(wrong);
    } catch (error) {
      message = String(error);
    }
    expect(message).not.toBe('');
    expect(message).not.toContain('geheim');
  });
});
