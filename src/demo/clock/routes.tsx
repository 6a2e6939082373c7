/** The demonstration's clock on a page: care time moves, and all that hangs on it. Production mounts none of this. */
import { type OpenRoute, page, type Reply, redirect, type Visit } from '../../house';
import { clockFile } from '../../platform/config';
import type { FormState } from '../../platform/forms';
import { clockTime, dateIn, moveClock } from '../../platform/time';
import { ClockPage } from './page';
import { jump, momentAsked, moveForm } from './rules';

const path = '/klok';

function show(visit: Visit, form?: FormState): Reply {
  const now = visit.program.careClock.now();
  const shown = form ?? moveForm.empty({ dag: dateIn(now), tijd: clockTime(now) });
  const body = <ClockPage visit={visit} now={now} form={shown} />;
  return page(visit.t('demo.clock-title'), body, form === undefined ? {} : { failed: true });
}

function move(visit: Visit): Reply {
  const { config, careClock, wallClock } = visit.program;
  const file = clockFile(config);
  const button = (visit.body as Record<string, unknown> | undefined)?.zet;
  if (typeof button === 'string' && button !== '') {
    const to = jump(button, careClock.now());
    if (to !== undefined) moveClock(file, wallClock, to === 'back' ? undefined : to);
    return redirect(path);
  }
  const reading = moveForm.read(visit.body);
  if (!reading.ok) return show(visit, reading.state);
  moveClock(file, wallClock, momentAsked(reading.values));
  return redirect(path);
}

const route = (method: 'GET' | 'POST', why: string, handle: (visit: Visit) => Reply): OpenRoute => ({
  door: 'none',
  method,
  path,
  why,
  site: 'chooser',
  handle: async (visit) => handle(visit),
});

export const clockRoutes = [
  route('GET', 'shows the demonstration’s time', (visit) => show(visit)),
  route('POST', 'moves the demonstration’s time', move),
];
