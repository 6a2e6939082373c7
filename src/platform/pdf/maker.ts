/** Makes documents in a thread of its own: the compiler is native and would hold up the worker's other work. */
import { Worker } from 'node:worker_threads';
import type { DocumentModel } from './model';

/** A document that cannot be made, however often one tries. Its message holds nothing of the document. */
export class DocumentRefused extends Error {}

export interface PdfMaker {
  /** One at a time. Rejects with DocumentRefused, or with what happened to the thread: then it is worth another try. */
  make(model: DocumentModel): Promise<Uint8Array>;
  close(): Promise<void>;
}

export type Answer = { readonly pdf: Uint8Array } | { readonly refused: string };

const longestMs = 15_000;

/** `file` is the built thread; where it ended, the next document starts it again. */
export function startPdfMaker(file: string): PdfMaker {
  let thread: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const running = () => {
    if (thread !== undefined) return thread;
    const started = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: 96 } });
    // Told by the document that finds it gone; by itself it must not end the process.
    started.on('error', () => undefined);
    started.once('exit', () => {
      if (thread === started) thread = undefined;
    });
    started.unref();
    thread = started;
    return started;
  };
  // The letters are read before the first one asks.
  running();
  const end = async () => {
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  };
  return {
    make(model) {
      const made = last.then(() => ask(running(), model, end));
      last = made.catch(() => undefined);
      return made;
    },
    close: end,
  };
}

function ask(thread: Worker, model: DocumentModel, end: () => Promise<void>): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const over = (settle: () => void) => {
      clearTimeout(timer);
      thread.off('message', answered).off('error', broken).off('exit', gone);
      settle();
    };
    const answered = (answer: Answer) =>
      over(() => ('pdf' in answer ? resolve(answer.pdf) : reject(new DocumentRefused(answer.refused))));
    const broken = (error: Error) => over(() => reject(new Error(`the thread failed: ${error.message.slice(0, 300)}`)));
    const gone = () => over(() => reject(new Error('the thread ended')));
    const timer = setTimeout(() => {
      over(() => reject(new Error(`no document after ${longestMs} ms`)));
      void end();
    }, longestMs);
    thread.once('message', answered).once('error', broken).once('exit', gone);
    thread.postMessage(model);
  });
}
