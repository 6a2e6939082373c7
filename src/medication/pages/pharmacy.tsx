import type { Visit } from '../../house';
import { Card } from '../../ui';
import { dateText, type Names, SourceLine } from '../../zib';
import type { Block } from '../block';
import { amountWords } from '../units';
import { periodWords, whose } from '../words';
import { UseLines } from './use';

interface PharmacyProps {
  readonly visit: Visit;
  readonly blocks: readonly Block[];
  readonly names: Names;
}

/** How many times of handing out or giving are told. */
const most = 20;

/** What the pharmacy agreed and handed out. */
export function Pharmacy({ visit, blocks, names }: PharmacyProps) {
  const { t } = visit;
  const agreed = blocks.filter(({ kind }) => kind === 'pharmacy');
  const handed = blocks.filter(({ kind }) => kind === 'handed-out' || kind === 'order');
  if (agreed.length === 0 && handed.length === 0) return null;
  return (
    <Card id="apotheek" title={t('medication.pharmacy')}>
      <ul class="pp-facts2">
        {agreed.map((block) => {
          const period = periodWords(t, block, block.until);
          return (
            <li>
              <b>{t('medication.pharmacy-agreed', { name: who(block, names) ?? t('medication.the-pharmacy') })}</b>
              <UseLines t={t} block={block} beside />
              {period !== undefined && <span>{period}</span>}
              <SourceLine visit={visit} entry={block.entry} names={names} />
            </li>
          );
        })}
        {handed.slice(0, most).map((block) => (
          <li>
            <b>
              {t(block.kind === 'order' ? 'medication.ordered' : 'medication.handed-out', {
                date: dayWords(visit, block),
              })}
            </b>
            <span>{[amountWords(t, block.amount), who(block, names)].filter(Boolean).join(', ')}</span>
            {block.state === 'cancelled' && <span>{t('medication.called-off')}</span>}
          </li>
        ))}
      </ul>
      {handed.length > most && <p class="pp-muted">{t('medication.more', { count: handed.length - most })}</p>}
    </Card>
  );
}

/** What was given by somebody, as in hospital. */
export function Given({ visit, blocks, names }: PharmacyProps) {
  const { t } = visit;
  const given = blocks.filter(({ kind, state }) => kind === 'given' && state !== 'cancelled');
  if (given.length === 0) return null;
  return (
    <Card id="gegeven" title={t('medication.given', { whose: whose(visit) })}>
      <ul class="pp-facts2">
        {given.slice(0, most).map((block) => (
          <li>
            <b>{dayWords(visit, block)}</b>
            <UseLines t={t} block={block} beside />
            <span>{who(block, names)}</span>
          </li>
        ))}
      </ul>
      {given.length > most && <p class="pp-muted">{t('medication.more', { count: given.length - most })}</p>}
    </Card>
  );
}

const who = ({ pharmacy, saidBy, prescriber, entry }: Block, names: Names): string | undefined =>
  names.of(pharmacy ?? saidBy ?? prescriber, entry.content);

const dayWords = ({ t }: Visit, { writtenOn }: Block): string =>
  writtenOn === undefined ? t('medication.day-unknown') : dateText(t, writtenOn);
