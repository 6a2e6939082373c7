/** What a document costs the worker: a record of five pages, made in the thread as the worker makes it. */
import { join } from 'node:path';
import { startPdfMaker } from '../src/platform/pdf';
import { fivePages } from '../src/platform/pdf/test-support/sample';
import { cpuOf, memoryOf } from './cpu';
import { atMost, type Line, told } from './report';

const DOCUMENTS = 50;

/** `folder` holds the built programs. CPU time is judged, of all threads; what a clock on the wall says is told. */
export async function measurePdf(folder: string): Promise<Line[]> {
  const maker = startPdfMaker(join(folder, 'pdf.js'));
  const model = fivePages();
  const before = memoryOf(process.pid);
  try {
    const first = await timed(() => maker.make(model));
    const cpu = cpuOf([process.pid]);
    const times: number[] = [];
    for (let count = 0; count < DOCUMENTS; count++) times.push((await timed(() => maker.make(model))).milliseconds);
    const each = (cpuOf([process.pid]) - cpu) / DOCUMENTS;
    const middle = times.toSorted((a, b) => a - b)[DOCUMENTS / 2] ?? 0;
    return [
      atMost('PDF of five pages: CPU of the worker', each, 300, 'ms', 0),
      told(
        'PDF of five pages: by the clock',
        `${Math.round(middle)} ms, the first ${Math.round(first.milliseconds)} ms`,
      ),
      told('PDF of five pages: size', `${Math.round(first.result.length / 1000)} kB`),
      // A worker holds some 100 MB without it, and may hold 400.
      atMost('memory that making documents takes', memoryOf(process.pid) - before, 250, 'MB', 0),
    ];
  } finally {
    await maker.close();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly milliseconds: number }> {
  const began = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - began };
}
