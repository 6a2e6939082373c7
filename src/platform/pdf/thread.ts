/** The thread that makes documents, one after another, for as long as somebody asks. */
import { parentPort } from 'node:worker_threads';
import { makeCompiler } from './compile';
import type { Answer } from './maker';
import type { DocumentModel } from './model';

const compile = makeCompiler();

parentPort?.on('message', (model: DocumentModel) => {
  parentPort?.postMessage(answerTo(model));
});

function answerTo(model: DocumentModel): Answer {
  try {
    return { pdf: compile(model) };
  } catch (error) {
    return { refused: error instanceof Error ? error.message.slice(0, 500) : 'unknown' };
  }
}
