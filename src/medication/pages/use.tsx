import type { Visit } from '../../house';
import type { Translate } from '../../platform/i18n';
import type { Names } from '../../zib';
import type { Block } from '../block';
import type { Medicine } from '../medicine';
import { instructionsOf, otherUse, ownWords, saidByWords, useLines, Words } from '../words';

/** How to use it, as lines inside a row: what to do in bold, instructions and the source's own words under it. */
export function UseInRow({ t, blocks }: { t: Translate; blocks: readonly Block[] }) {
  const lines = blocks.flatMap((block) => useLines(t, block).map((line) => named(block, blocks, line)));
  const own = blocks.flatMap((block) => ownWords(t, block));
  const instructions = blocks.flatMap((block) => instructionsOf(t, block));
  return (
    <>
      {lines.length === 0 && !blocks.some(({ never }) => never) && t('medication.use-unknown')}
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

interface UseProps {
  readonly visit: Visit;
  readonly medicine: Medicine;
  readonly names: Names;
}

/** How a medicine is used: what was agreed, and beside it what is used according to somebody, where that differs. */
export function MedicineUse({ visit, medicine, names }: UseProps) {
  const { t } = visit;
  const { holding, lead } = medicine;
  const other = otherUse(t, medicine);
  return (
    <>
      <UseInRow t={t} blocks={holding.length > 0 ? holding : [lead]} />
      {other !== undefined && (
        <>
          <br />
          {t('medication.but-used', { name: saidByWords(visit, other, names), words: useLines(t, other).join('; ') })}
        </>
      )}
    </>
  );
}

interface LinesProps {
  readonly t: Translate;
  readonly block: Block;
  /** It stands beside what was agreed: smaller, and with the source's own words where they say more. */
  readonly beside?: boolean;
}

/** The same on the page of one medicine. */
export function UseLines({ t, block, beside = false }: LinesProps) {
  const lines = useLines(t, block);
  const instructions = instructionsOf(t, block);
  const own = beside ? ownWords(t, block) : [];
  return (
    <>
      {lines.length === 0 && !block.never && <p>{t('medication.use-unknown-long')}</p>}
      {lines.map((line) => (
        <p class={beside ? undefined : 'pp-lead'}>
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
      {own.map((text) => (
        <p>{t.rich('medication.own-words', { text: <bdi lang="nl">{text}</bdi> })}</p>
      ))}
    </>
  );
}

/** Parts of one scheme may be different products: then each says which. */
function named(block: Block, blocks: readonly Block[], line: string): string {
  const names = new Set(blocks.map(({ name }) => name?.text));
  return names.size > 1 && block.name !== undefined ? `${block.name.text}: ${line}` : line;
}
