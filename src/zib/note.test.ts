import { describe, expect, test } from 'vitest';
import { noteSections, soepOf } from './note';

const div = (text: string) => ({
  status: 'generated' as const,
  div: `<div xmlns="http://www.w3.org/1999/xhtml">${text}</div>`,
});
const code = (system: string, value: string, display?: string) => ({
  coding: [{ system, code: value, ...(display && { display }) }],
});

describe('DO-04 the lines of a note', () => {
  test.each([
    ['http://fhir.nl/fhir/NamingSystem/journaalregeltypen', 'S', 's'],
    ['http://snomed.info/sct', '260224007', 'o'],
    ['http://snomed.info/sct', '129265001', 'e'],
    ['http://snomed.info/sct', '129271007', 'p'],
    ['http://loinc.org', 'S', undefined],
    ['http://snomed.info/sct', 'constructor', undefined],
  ])('%s %s is %s', (system, value, soep) => {
    expect(soepOf(code(system, value))).toBe(soep);
  });

  test('come in the order of the source, as text and never as mark-up', () => {
    const sections = noteSections({
      section: [
        {
          code: code('http://fhir.nl/fhir/NamingSystem/journaalregeltypen', 'E', 'Evaluatie'),
          text: div('Keelpijn <b>eci</b>. &lt;script&gt;'),
        },
        { title: 'Beleid', text: div('<p>Rust.</p><p>Terug bij koorts.</p>') },
      ],
    });
    expect(sections.map(({ soep, heading, paragraphs }) => [soep, heading?.text, paragraphs])).toEqual([
      ['e', 'Evaluatie', ['Keelpijn eci. <script>']],
      [undefined, 'Beleid', ['Rust.', 'Terug bij koorts.']],
    ]);
  });

  test('a section that says nothing is left out; one that says why it is empty stays', () => {
    const sections = noteSections({
      section: [
        { title: 'Leeg' },
        { title: 'Allergieën', emptyReason: { text: 'Niet gevraagd' } },
        { title: 'Boven', section: [{ title: 'Onder', text: div('tekst') }, { title: 'Niets' }] },
      ],
    });
    expect(sections.map(({ heading }) => heading?.text)).toEqual(['Allergieën', 'Boven']);
    expect(sections[1]?.sections.map(({ heading }) => heading?.text)).toEqual(['Onder']);
  });

  test('what a line is filed under is kept apart from its words', () => {
    const [section] = noteSections({
      section: [
        {
          extension: [
            {
              url: 'http://nictiz.nl/fhir/StructureDefinition/code-icpc-1-nl',
              valueCodeableConcept: code('http://hl7.org/fhir/sid/icpc-1-nl', 'R21.01', 'Keelpijn'),
            },
          ],
          text: div('Rode keel'),
        },
      ],
    });
    expect(section).toMatchObject({ about: { text: 'Keelpijn' }, paragraphs: ['Rode keel'] });
  });
});
