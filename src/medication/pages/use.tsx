import type { Translate } from '../../platform/i18n';
import type { Block } from '../block';
import { instructionsOf, ownWords, useLines, Words } from '../words';

/** How to use it, as lines inside a row: what to do in bold, instructions and the source's own words under it. */
export function UseInRow({ t, blocks }: { t: Translate; blocks: readonly Block[] }) {
  const lines = blocks.flatMap((block) => useLines(t, block).map((line) => named(block, blocks, line)));
  const own = blocks.flatMap((block) => ownWords(t, block));
  const instructions = blocks.flatMap((block) => instructionsOf(t, block));
  return (
    <>
      {lines.length === 0 && t('medication.use-unknown')}
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          <b>
            <bdi>{line}</bdi>
          </b>
        </>
      ))}
      {instructions.length > 0 && (
        <>
          <br />
          <Words t={t} all={instructions} />
        </>
      )}
      {own.map((text) => (
        <>
          <br />
          {t.rich('medication.own-words', { text: <bdi lang="nl">{text}</bdi> })}
        </>
      ))}
    </>
  );
}

/** The same on the page of one medicine, larger. */
export function UseLines({ t, block }: { t: Translate; block: Block }) {
  const lines = useLines(t, block);
  const instructions = instructionsOf(t, block);
  return (
    <>
      {lines.length === 0 && <p>{t('medication.use-unknown-long')}</p>}
      {lines.map((line) => (
        <p class="pp-lead">
          <b>
            <bdi>{line}</bdi>
          </b>
        </p>
      ))}
      {instructions.length > 0 && (
        <p>
          <Words t={t} all={instructions} />
        </p>
      )}
    </>
  );
}

/** Parts of one scheme may be different products: then each says which. */
function named(block: Block, blocks: readonly Block[], line: string): string {
  const names = new Set(blocks.map(({ name }) => name?.text));
  return names.size > 1 && block.name !== undefined ? `${block.name.text}: ${line}` : line;
}
