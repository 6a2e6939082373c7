import type { Words } from './text';

interface Step {
  title: Words;
  text?: Words;
}

/** What comes after what: a way through a building, the course of a day. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="pp-route">
      {steps.map(({ title, text }, index) => (
        <li>
          <span class="pp-route__n" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <b>{title}</b>
            {text !== undefined && <span class="pp-row__s">{text}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}
