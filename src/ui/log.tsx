import type { IconName } from './icon-names';
import { Avatar, Disc } from './rows';
import { Tag, type TagLook } from './tag';
import type { Words } from './text';

/** One line of the access log. */
export interface LogEntry {
  /** '9.20 uur' */
  time: Words;
  /** A person's name becomes an avatar; an app or emergency access shows a drawing. */
  who: { name: string; tone?: 'a' | 'b' | 'c' | undefined } | { icon: IconName };
  /** Who did what: '<b>Dr. S. Okafor</b> las uw uitslagen.' */
  sentence: Words;
  /** Role and why, small. */
  reason: Words;
  tag?: { look?: TagLook | undefined; icon?: IconName | undefined; label: Words } | undefined;
}

/** Who looked in the record, of one day, newest first. */
export function LogList({ entries }: { entries: readonly LogEntry[] }) {
  return (
    <ol class="pp-log">
      {entries.map(({ time, who, sentence, reason, tag }) => (
        <li>
          <span class="pp-log__h">{time}</span>
          {'icon' in who ? <Disc icon={who.icon} /> : <Avatar name={who.name} tone={who.tone} />}
          <div>
            <p>{sentence}</p>
            <p class="pp-log__m">
              <span class="pp-small pp-muted">{reason}</span>
              {tag !== undefined && (
                <Tag look={tag.look} icon={tag.icon}>
                  {tag.label}
                </Tag>
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
