/**
 * A small real PDF (1.4): A4 pages of plain text in Helvetica. The demo's letters come as files from elsewhere, so they
 * are made here by hand and not by the portal's own printing.
 */
const WIDTH = 88; // characters a line
const LINES = 46; // lines a page
const LEADING = 16;

export function smallPdf(title: string, paragraphs: readonly string[]): Buffer {
  const lines = paragraphs.flatMap((paragraph) => [...wrapped(paragraph), '']);
  const pages = Array.from({ length: Math.max(1, Math.ceil(lines.length / LINES)) }, (_, page) =>
    lines.slice(page * LINES, (page + 1) * LINES),
  );
  const first = 4; // objects 1–3 are catalogue, pages and font
  const kids = pages.map((_, page) => `${first + page * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((page, place) => {
      const content = pageContent(place === 0 ? title : undefined, page);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + place * 2 + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return assembled(objects);
}

function pageContent(title: string | undefined, lines: readonly string[]): string {
  const heading = title === undefined ? '' : `/F1 16 Tf 56 790 Td (${quoted(title)}) Tj 0 -32 Td`;
  const begin = title === undefined ? '56 790 Td' : '';
  return `BT ${heading} ${begin} /F1 11 Tf ${LEADING} TL ${lines.map((line) => `(${quoted(line)}) Tj T*`).join(' ')} ET`;
}

/** Objects, the table of where each begins, and the trailer. */
function assembled(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n';
  const offsets = objects.map((object, place) => {
    const offset = file.length;
    file += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** What Latin-1 has not is written as the nearest that it has. */
const NEAREST: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '€': 'EUR',
  ı: 'i',
};

const quoted = (text: string) =>
  text.replace(/[^\u0020-\u00ff]/g, (sign) => NEAREST[sign] ?? '?').replace(/[\\()]/g, (sign) => `\\${sign}`);

function wrapped(paragraph: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
