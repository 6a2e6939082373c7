/** One result in a list, whatever it is. */
import { htmlLanguage, type Translate } from '../../platform/i18n';
import { Disc, ResultRow, Row, Rows, Tag } from '../../ui';
import { groupIcon } from '../groups';
import { stateOf } from '../report';
import type { ResultItem } from '../store';
import { itemReading, languageOfTitle, titleOf, unitOf, valueText, verdictOf } from '../words';

interface Links {
  readonly t: Translate;
  readonly to: (path: string) => string;
}

/** The display that the source gave, marked with its language where that is not the page's. */
export function Title({ t, of }: { t: Translate; of: Pick<ResultItem, 'title' | 'category'> }) {
  const language = of.title === null ? undefined : (languageOfTitle(of.title) ?? 'nl');
  return <span lang={language === htmlLanguage(t.language) ? undefined : language}>{titleOf(t, of)}</span>;
}

/** 'Nog niet compleet', 'Verbeterd': what asks a remark beside the name (RE-06, RE-09). */
export function StateTag({ t, status }: { t: Translate; status: string | null }) {
  const state = stateOf(status);
  if (state === undefined) return null;
  return <Tag look={state === 'incomplete' ? 'info' : 'neutral'}>{t(`results.state-${state}`)}</Tag>;
}

interface ItemRowProps extends Links {
  readonly item: ResultItem;
  /** The report whose only value it is. */
  readonly within?: ResultItem;
}

/** A measured value as a row with its range; anything else as a row with its name. */
export function ItemRow({ t, to, item, within }: ItemRowProps) {
  const reading = itemReading(item);
  const state = stateOf(item.status) ?? (within && stateOf(within.status));
  const href = to(`/uitslagen/${item.id}`);
  const words = [within && <Title t={t} of={within} />, state && t(`results.state-${state}`)].filter(Boolean);
  const sub = words.length === 0 ? undefined : words.flatMap((word, index) => (index === 0 ? [word] : ['. ', word]));
  if (reading === undefined || reading.components.length > 0)
    return (
      <Row href={href} lead={<Disc icon={groupIcon(item.category)} />} title={<Title t={t} of={item} />} sub={sub} />
    );
  const { shown, range } = reading;
  const exact = shown.kind === 'number' && shown.comparator === undefined;
  return (
    <ResultRow
      href={href}
      title={<Title t={t} of={item} />}
      sub={sub}
      valueText={valueText(t, shown)}
      unit={unitOf(shown)}
      value={exact ? shown.number : undefined}
      low={range?.low}
      high={range?.high}
      verdict={verdictOf(t, reading.verdict)}
    />
  );
}

/** Rows of the parts of one report or panel. */
export function PartRows({ t, to, parts }: Links & { parts: readonly ResultItem[] }) {
  return (
    <Rows>
      {parts.map((part) => (
        <ItemRow t={t} to={to} item={part} />
      ))}
    </Rows>
  );
}
