import type { Medication, MedicationIngredient } from '@medplum/fhirtypes';
import type { Visit } from '../../house';
import { Card, SummaryList } from '../../ui';
import { conceptText, ratioText, SaidWords } from '../../zib';
import type { Block } from '../block';
import { containedMedication } from '../content';
import { objects } from '../timing';
import { withoutMicroSign } from '../units';

const medicationOf = ({ entry }: Block): Medication | undefined =>
  entry.medication ?? containedMedication(entry.content, entry.content.medicationReference);

/** What a medicine is made of, where its description says so. */
export function Ingredients({ visit: { t }, blocks }: { visit: Visit; blocks: readonly Block[] }) {
  const medication = blocks.map(medicationOf).find((found) => found !== undefined);
  const ingredients = objects(medication?.ingredient).flatMap((one) => {
    const name = conceptText(one.itemCodeableConcept) ?? named(one);
    return name === undefined ? [] : [{ name, strength: ratioText(t, one.strength), active: one.isActive !== false }];
  });
  const form = conceptText(medication?.form);
  if (ingredients.length === 0 && form === undefined) return null;
  return (
    <Card id="inhoud" title={t('medication.ingredients')}>
      <SummaryList
        items={[
          ...(form === undefined ? [] : [{ label: t('medication.form'), value: <SaidWords t={t} said={form} /> }]),
          ...ingredients.map(({ name, strength, active }) => ({
            label: t(active ? 'medication.substance' : 'medication.other-substance'),
            value: (
              <>
                <SaidWords t={t} said={name} />
                {strength !== undefined && <>, {withoutMicroSign(strength)}</>}
              </>
            ),
          })),
        ]}
      />
    </Card>
  );
}

const named = ({ itemReference }: MedicationIngredient) =>
  itemReference?.display === undefined ? undefined : { text: itemReference.display };
