/** Documents as PDF/UA-1: what one says. Making them is for the worker alone (`maker.ts`, in a thread of its own). */

export { DocumentRefused, type PdfMaker, startPdfMaker } from './maker';
export type { Block, ChartBlock, DocumentContent, DocumentModel, Fact, ForeignWords, Words } from './model';
