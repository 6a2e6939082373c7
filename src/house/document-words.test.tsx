import { describe, expect, test } from 'vitest';
import { Icon, Tag } from '../ui';
import { wordsOf } from './document-words';

describe('a piece of a page as words of a document', () => {
  test.each([
    ['plain words', 'Hemoglobine', 'Hemoglobine'],
    ['nothing', undefined, ''],
    ['what is written in signs of HTML', <b>{'a < b & "c" \u00e9'}</b>, 'a < b & "c" é'],
    [
      'elements within',
      <span>
        Op <b>3 december</b>
      </span>,
      'Op 3 december',
    ],
    [
      'lines',
      <>
        <p>Een</p>
        <p>
          Twee
          <br />
          Drie
        </p>
      </>,
      'Een\nTwee\nDrie',
    ],
    [
      'a tag with a picture',
      <Tag look="ok" icon="check">
        Klaar
      </Tag>,
      'Klaar',
    ],
    ['what an element says aside', <abbr title="a > b">ab</abbr>, 'ab'],
    ['a picture alone', <Icon name="check" />, ''],
  ])('%s', (_, piece, words) => {
    expect(wordsOf('nl', piece)).toEqual(words);
  });

  test('each part in its language', () => {
    const piece = (
      <span>
        Test:{' '}
        <span lang="en">
          Hemoglobin <i>in</i> blood
        </span>{' '}
        <span lang="nl">bloed</span>
      </span>
    );
    expect(wordsOf('nl', piece)).toEqual(['Test: ', { text: 'Hemoglobin in blood', lang: 'en' }, ' bloed']);
    expect(wordsOf('en', piece)).toEqual(['Test: Hemoglobin in blood ', { text: 'bloed', lang: 'nl' }]);
    expect(wordsOf('x-rtl', <span lang="en">Blood</span>)).toEqual({ text: 'Blood', lang: 'en' });
  });

  test('words that look like elements are words', () => {
    expect(wordsOf('nl', '<img src=x onerror="alert(1)"> &amp; &#60;')).toBe(
      '<img src=x onerror="alert(1)"> &amp; &#60;',
    );
  });
});
