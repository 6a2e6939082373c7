/** What a document says, without how it looks. All of it is data: no text in here is ever read as markup. */

/** Words in another language than the document's. */
export interface ForeignWords {
  readonly text: string;
  readonly lang: 'nl' | 'en';
}

/** Words, some or all of them perhaps in another language. */
export type Words = string | ForeignWords | readonly (string | ForeignWords)[];

export type Block =
  /** Level 1 is the document's title; levels are not skipped. */
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: Words }
  | { readonly kind: 'paragraph'; readonly text: Words }
  /** Names with their values, one a line. */
  | { readonly kind: 'facts'; readonly items: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  /** The first row is a row of header cells, repeated on each page. */
  | {
      readonly kind: 'table';
      readonly caption?: Words;
      readonly columns: readonly Words[];
      readonly rows: readonly (readonly Words[])[];
    }
  /** The source's own words, set apart from ours; line ends stay. */
  | { readonly kind: 'quote'; readonly text: Words; readonly by?: Words }
  /** Something to pay attention to. */
  | {
      readonly kind: 'note';
      readonly look: 'info' | 'attention' | 'urgent';
      readonly title?: Words;
      readonly text: Words;
    }
  /** Values over time; a table says the same in words. */
  | ChartBlock
  | { readonly kind: 'small'; readonly text: Words };

/** A drawing in units of its own: it is made as wide as the page. */
export interface ChartBlock {
  readonly kind: 'chart';
  /** What it shows, for who does not see it. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** Where the values begin, beside what is written on the axis. */
  readonly left: number;
  /** What is normal, as stretches of the drawing. */
  readonly bands: readonly {
    readonly x: number;
    readonly width: number;
    readonly top: number;
    readonly bottom: number;
  }[];
  /** 'Normale waarden: 8,5 tot 11', in the band; left out where the band changes. */
  readonly bandLabel?: string;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly lines: readonly (readonly { readonly x: number; readonly y: number }[])[];
  /** The last one is named. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly labels: readonly { readonly x: number; readonly text: string }[];
}

export interface Fact {
  readonly label: Words;
  readonly value: Words;
}

/** What a room says: its part of a document. */
export interface DocumentContent {
  readonly title: Words;
  /** A line above the title: 'Bloedonderzoek van 22 november'. */
  readonly above?: Words;
  readonly blocks: readonly Block[];
  /** Small and in two columns, so that as much as can be fits on one page: after the first paragraph. */
  readonly dense?: boolean;
}

/** A whole document: a room's part in its envelope. */
export interface DocumentModel extends DocumentContent {
  readonly language: 'nl' | 'en';
  readonly direction: 'ltr' | 'rtl';
  readonly organisation: {
    readonly name: string;
    /** Address and telephone number, a line each. */
    readonly lines: readonly string[];
    /** SVG; decoration, because the name stands beside it. */
    readonly mark: string;
    /** '#rrggbb', dark enough for text on white. */
    readonly colour: string;
  };
  /** Whose record it is from; stands at the top of every page. */
  readonly record: { readonly label: string; readonly name: string; readonly facts: readonly Fact[] };
  /** 'Gemaakt op 23 november 2026 om 15.04 uur' */
  readonly made: string;
  /** Seconds since 1970, for the file's own date. */
  readonly madeAt: number;
  /** 'Bladzijde {page} van {pages}', with the numbers left open. */
  readonly pageOf: string;
  /** Stands at the end where a letter had to be replaced, because none of the fonts has it. */
  readonly replaced: string;
}

/** A document that is larger is refused: it would keep the others waiting. Characters of JSON. */
export const largestModel = 4_000_000;
