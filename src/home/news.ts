import type { TileContent } from '../house';
import { listInWords, type Translate } from '../platform/i18n';

/** HO-02: one sentence of all that is new: 'U heeft 2 nieuwe uitslagen en 1 nieuwe brief.' Rooms give its parts. */
export function newsSentence(t: Translate, own: boolean, tiles: readonly Pick<TileContent, 'news'>[]): string {
  const parts = tiles.flatMap(({ news }) => (news === undefined || news.count === 0 ? [] : [news.text]));
  if (parts.length === 0) return t('home.news-none');
  return t(own ? 'home.news-own' : 'home.news', { list: listInWords(t.language, parts) });
}
