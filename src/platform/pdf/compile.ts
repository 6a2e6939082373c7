/**
 * Makes a PDF/UA-1 of a document: tagged, with its language, title and structure. Only the worker's thread reads this
 * file: the compiler is native, and works for as long as a document takes.
 */
import { tmpdir } from 'node:os';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { cleanModel } from './clean';
import { families, loadFonts } from './fonts';
import { type DocumentModel, largestModel } from './model';
import template from './template.typ?raw';

/** Throws for a document that is too large, or that the compiler refuses: a mistake in the program. */
export type Compile = (model: DocumentModel) => Buffer;

/** Reads the letters once; what is compiled afterwards needs no file. */
export function makeCompiler(): Compile {
  const fonts = loadFonts();
  const compiler = NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontBlobs: fonts.blobs }] });
  return (given) => {
    const { model, replaced } = cleanModel(given, fonts.has);
    const text = JSON.stringify(model);
    if (text.length > largestModel) throw new Error(`a document of ${text.length} characters is too large`);
    const inputs = { model: text, families: families.join(','), replaced: replaced ? 'yes' : 'no' };
    try {
      const compiled = compiler.compile({ mainFileContent: template, inputs });
      const document = compiled.result;
      if (document === null) throw new Error(`the document does not compile: ${problemOf(compiled.takeError())}`);
      return compiler.pdf(document, { pdfStandard: PdfStandard.UA_1, creationTimestamp: model.madeAt });
    } finally {
      // What it remembers of a document holds its texts.
      compiler.evictCache(0);
    }
  };
}

/** What the compiler said, without the document's texts. */
function problemOf(error: { shortDiagnostics: unknown[] } | null): string {
  return (error?.shortDiagnostics ?? [])
    .map((each) => (typeof each === 'object' && each !== null && 'message' in each ? String(each.message) : 'unknown'))
    .join('; ')
    .slice(0, 500);
}
