import type { HTMLAttributes } from 'preact';

/** Our own elements: the islands in client/. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'pp-session': HTMLAttributes<HTMLElement> & {
        'seconds-left': number;
        warn: number;
        keep: string;
        ended: string;
      };
    }
  }
}
