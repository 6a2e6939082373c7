import { assets } from './assets';
import type { IconName } from './icon-names';

interface IconProps {
  name: IconName;
  size?: 's' | 'm' | 'l';
  /** Turns round on right-to-left pages: arrows, never a clock or a check. */
  flip?: boolean;
  class?: string;
}

/** A drawing beside words; screen readers skip it. */
export function Icon({ name, size = 'm', flip = false, class: extra }: IconProps) {
  const classes = ['pp-icon', size !== 'm' && `pp-icon--${size}`, flip && 'pp-icon--flip', extra];
  return (
    <svg class={classes.filter(Boolean).join(' ')} aria-hidden="true">
      <use href={`${assets().icons}#${name}`} />
    </svg>
  );
}
