import { expect, test } from 'vitest';
import { importedState } from '../../../tests/support/import-state';
import { importWorld } from '../../../tests/support/import-world';
import { organisationPolicy } from '../../organisations';
import { loadPreset } from '../../policies';
import { personResources } from '../build';
import { describe as described } from '../describe';
import { directory } from '../fhir/directory';
import { POPULATE_SOURCE } from './lacking';
import { people, placeOf, townsOf } from './people';
import { populate } from './run';

const PATIENTS = 8;
const TODAY = '2026-11-23';

test.each(['duinzicht', 'amstelland', 'drecht'])(
  'EH-01 people who come by the thousand at %s are stored as if they had been imported one by one',
  async (slug) => {
    const [imported, populated] = [await importWorld(slug), await importWorld(slug)];
    const clocks = { careClock: populated.clock, wallClock: populated.clock };
    const about = { worker: populated.pool, organisation: populated.organisation, slug, patients: PATIENTS };
    await populate({ ...about, ...clocks });

    const setting = { today: TODAY, organisation: slug, providers: described(slug).providers };
    const policy = organisationPolicy.of(loadPreset(slug));
    const everybody = [...people(PATIENTS, placeOf(policy, setting, TODAY), townsOf(policy))].flat();
    const resources = [...directory(setting), ...everybody.flatMap((person) => personResources(person, setting))];
    const report = await imported.take(resources, { source: POPULATE_SOURCE });
    expect(report.refused).toEqual([]);

    const [one, other] = [
      await importedState(imported, imported.organisation),
      await importedState(populated, populated.organisation),
    ];
    expect(other).toEqual(one);
    await imported.close();
    await populated.close();
  },
  60_000,
);
