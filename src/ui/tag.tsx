import { Icon } from './icon';
import type { IconName } from './icon-names';
import { classes, type Words } from './text';

/** new: not seen yet · ok · att: look here (amber, never red) · neg: serious, for staff · info · neutral */
export type TagLook = 'new' | 'ok' | 'att' | 'neg' | 'info' | 'neutral';

interface TagProps {
  look?: TagLook | undefined;
  icon?: IconName | undefined;
  children: Words;
}

/** A word in colour. The word says it; the colour helps to find it. */
export function Tag({ look = 'neutral', icon, children }: TagProps) {
  return (
    <span class={classes('pp-tag', look !== 'neutral' && `pp-tag--${look}`)}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </span>
  );
}

export type NoteLook = 'info' | 'calm' | 'urgent' | 'ok';

const NOTE_ICON: Record<NoteLook, IconName> = {
  info: 'info-circle',
  calm: 'shield-lock',
  urgent: 'phone',
  ok: 'circle-check',
};

interface NoteProps {
  look?: NoteLook | undefined;
  icon?: IconName | undefined;
  /** Spoken at once when it appears after an action. */
  live?: boolean | undefined;
  children: Words;
}

/** A remark that stands apart. `urgent` only for 'call now'. */
export function Note({ look = 'info', icon, live, children }: NoteProps) {
  return (
    <div class={classes('pp-note', look !== 'info' && `pp-note--${look}`)} role={live ? 'status' : undefined}>
      <Icon name={icon ?? NOTE_ICON[look]} />
      <span>{children}</span>
    </div>
  );
}
