import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { DocumentRefused, startPdfMaker } from './maker';
import { sample } from './test-support/sample';

const folder = mkdtempSync(join(tmpdir(), 'inzage-thread-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A thread that does what the title of a document says, in place of the one that is built. */
const file = join(folder, 'thread.mjs');
writeFileSync(
  file,
  `import { parentPort, threadId } from 'node:worker_threads';
   parentPort.on('message', ({ title }) => {
     if (title === 'refuse') return parentPort.postMessage({ refused: 'no such block' });
     if (title === 'end') process.exit(1);
     if (title === 'fail') throw new Error('broken');
     setTimeout(() => parentPort.postMessage({ pdf: Buffer.from(title + ' ' + threadId) }), title === 'slow' ? 50 : 0);
   });`,
);
const made = async (answer: Promise<Uint8Array>) => Buffer.from(await answer).toString();

describe('the thread that makes documents', () => {
  test('makes one at a time, in the order of asking', async () => {
    const maker = startPdfMaker(file);
    const [slow, quick] = await Promise.all([
      made(maker.make(sample({ title: 'slow' }))),
      made(maker.make(sample({ title: 'quick' }))),
    ]);
    expect([slow.split(' ')[0], quick.split(' ')[0]]).toEqual(['slow', 'quick']);
    expect(slow.split(' ')[1]).toBe(quick.split(' ')[1]);
    await maker.close();
  });

  test('tells what can’t be made apart from what went wrong on the way, and starts again', async () => {
    const maker = startPdfMaker(file);
    const make = (title: string) => maker.make(sample({ title }));
    await expect(make('refuse')).rejects.toThrow(DocumentRefused);
    await expect(make('end')).rejects.toThrow('the thread ended');
    expect(await made(make('after'))).toMatch(/^after/);
    await expect(make('fail')).rejects.toThrow('the thread failed: broken');
    await expect(make('fail')).rejects.not.toBeInstanceOf(DocumentRefused);
    expect(await made(make('after'))).toMatch(/^after/);
    await maker.close();
  });

  test('that can’t be started is told to who asks, and ends nothing', async () => {
    const maker = startPdfMaker(join(folder, 'absent.mjs'));
    await expect(maker.make(sample())).rejects.toThrow();
    await maker.close();
  });
});
