/** Which characters a TrueType font has, from its `cmap` table (OpenType specification, formats 4 and 12). */
export function charactersOf(font: Buffer): Set<number> {
  const table = tableOf(font, 'cmap');
  const found = new Set<number>();
  if (table === undefined) return found;
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const subtable = table.subarray(table.readUInt32BE(8 + index * 8));
    const format = subtable.readUInt16BE(0);
    if (format === 4) segments(subtable, found);
    if (format === 12) groups(subtable, found);
  }
  return found;
}

function tableOf(font: Buffer, wanted: string): Buffer | undefined {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === wanted) return font.subarray(font.readUInt32BE(entry + 8));
  }
  return undefined;
}

/** Format 4: segments of 16-bit characters, each with an offset or a list of glyphs. */
function segments(table: Buffer, found: Set<number>): void {
  const size = table.readUInt16BE(6);
  const at = (array: number, index: number) => 14 + array * size + (array > 0 ? 2 : 0) + index;
  for (let index = 0; index < size; index += 2) {
    const [end, start] = [table.readUInt16BE(at(0, index)), table.readUInt16BE(at(1, index))];
    const delta = table.readUInt16BE(at(2, index));
    const place = at(3, index);
    const offset = table.readUInt16BE(place);
    for (let character = start; character <= end && character < 0xffff; character++) {
      const listed = offset === 0 ? character : table.readUInt16BE(place + offset + (character - start) * 2);
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) % 0x1_0000;
      if (glyph !== 0) found.add(character);
    }
  }
}

/** Format 12: groups of characters whose glyphs follow each other. */
function groups(table: Buffer, found: Set<number>): void {
  for (let index = 0; index < table.readUInt32BE(12); index++) {
    const group = 16 + index * 12;
    const [start, end, glyph] = [0, 4, 8].map((offset) => table.readUInt32BE(group + offset)) as [
      number,
      number,
      number,
    ];
    for (let character = start; character <= end; character++)
      if (glyph + character - start !== 0) found.add(character);
  }
}
