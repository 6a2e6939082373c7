import type { Clock } from '../src/platform/time';
import { formatTime } from '../src/platform/time';
import { Heading, type PageSetting, renderPage } from './page';
import { sayIn } from './texts';

type Message = { at: Date; userName: string; organisation: string; code: string };

/** A telephone on which everybody's messages arrive, to be read on a page. */
export type Phone = {
  receive(message: Omit<Message, 'at'>): void;
  page(setting: PageSetting): string;
};

const KEPT = 20;

export function createPhone(clock: Clock): Phone {
  const messages: Message[] = [];
  return {
    receive(message) {
      messages.unshift({ ...message, at: clock.now() });
      messages.splice(KEPT);
    },
    page: (setting) => phonePage(setting, messages),
  };
}

function phonePage(setting: PageSetting, messages: readonly Message[]): string {
  const say = sayIn(setting.language);
  return renderPage(
    setting,
    say('phone-title'),
    <>
      <Heading over={say('phone')} title={say('phone-title')} />
      {messages.length === 0 && <p>{say('phone-empty')}</p>}
      <ul class="pp-simlist">
        {messages.map(({ at, userName, organisation, code }) => (
          <li key={`${at.getTime()}${code}`}>
            <small>{say('phone-from', { time: formatTime(setting.language, at), userName, organisation })}</small>
            <ReceivedCode language={setting.language} code={code} />
          </li>
        ))}
      </ul>
      <p>
        <a href={`/telefoon?taal=${setting.language}`}>{say('phone-refresh')}</a>
      </p>
    </>,
  );
}

/** The text of a message, with the code in two halves as people read it. */
export function ReceivedCode({ language, code }: { language: PageSetting['language']; code: string }) {
  return (
    <p class="pp-simphone">
      {sayIn(language)('phone-message')}
      <br />
      <code>
        {code.slice(0, 3)} {code.slice(3)}
      </code>
    </p>
  );
}
