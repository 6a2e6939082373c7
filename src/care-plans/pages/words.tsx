import type { Visit } from '../../house';
import { EmptyState } from '../../ui';

/** Another's record is open on the patient's side. */
export const isOther = ({ base }: Visit): boolean => base.startsWith('/namens/');

/** Words of the source, a paragraph each, in their own direction. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <p class="pp-prose" lang="nl" dir="auto">
          {line}
        </p>
      ))}
    </>
  );
}

/** HO-05: nothing here, and why, on a card of its own. */
export function Empty({ children }: { children: string }) {
  return (
    <div class="pp-card">
      <EmptyState>{children}</EmptyState>
    </div>
  );
}
