import type { Visit } from '../../house';

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
