import type { VNode } from 'preact';
import type { Translate } from '../../platform/i18n';

/** One way a component can look. */
export interface GalleryState {
  title: string;
  render(t: Translate): VNode;
}

/** One component with all its states. */
export interface GalleryEntry {
  name: string;
  states: GalleryState[];
}
