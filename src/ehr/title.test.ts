import { describe, expect, test } from 'vitest';
import { extract } from './extract';

const concept = (display: string) => ({ coding: [{ system: 'http://snomed.info/sct', code: '1', display }] });

describe('what a resource is called', () => {
  test.each([
    [
      'EpisodeOfCare',
      { type: [concept('aandoening')], diagnosis: [{ condition: { display: 'Keelpijn' } }] },
      'Keelpijn',
    ],
    [
      'EpisodeOfCare',
      {
        type: [concept('aandoening')],
        extension: [
          {
            url: 'http://nictiz.nl/fhir/StructureDefinition/ext-EpisodeOfCare.EpisodeOfCareName',
            valueString: 'Rughernia',
          },
        ],
      },
      'Rughernia',
    ],
    ['Consent', { category: [concept('acd')], provision: { code: [concept('Niet reanimeren')] } }, 'Niet reanimeren'],
    ['Consent', { category: [concept('acd')] }, 'acd'],
    ['Appointment', { description: 'Controle', serviceType: [concept('x')] }, 'Controle'],
    ['Appointment', { serviceType: [concept('Orthopedie')] }, 'Orthopedie'],
    ['DeviceUseStatement', { device: { display: 'Hoortoestel' } }, 'Hoortoestel'],
    ['DeviceRequest', { codeCodeableConcept: concept('Rollator') }, 'Rollator'],
    ['DeviceRequest', { codeReference: { display: 'Hearing aid' } }, 'Hearing aid'],
    ['Device', { type: concept('Prothese'), deviceName: [{ name: 'X1' }] }, 'Prothese'],
    ['Device', { deviceName: [{ name: 'X1' }] }, 'X1'],
    ['ImmunizationRecommendation', { recommendation: [{ vaccineCode: [concept('Griep')] }] }, 'Griep'],
    ['NutritionOrder', { oralDiet: { type: [{ text: 'Energieverrijkt' }] } }, 'Energieverrijkt'],
    ['DocumentReference', { content: [{ attachment: { title: 'Brief' } }] }, 'Brief'],
    ['DocumentReference', { description: 'Ontslagbrief', type: concept('x') }, 'Ontslagbrief'],
    ['Media', { content: { title: 'Röntgenfoto' } }, 'Röntgenfoto'],
    ['Coverage', { payor: [{ display: 'Menzis' }] }, 'Menzis'],
    ['FamilyMemberHistory', { relationship: concept('moeder') }, 'moeder'],
    ['Encounter', { type: [concept('Consult')], class: { display: 'ambulatory' } }, 'Consult'],
    ['Encounter', { class: { display: 'ambulatory' } }, 'ambulatory'],
    [
      'MedicationRequest',
      { medicationReference: { reference: '#m' }, contained: [{ id: 'm', code: { text: 'Paracetamol' } }] },
      'Paracetamol',
    ],
    ['Binary', { contentType: 'application/pdf' }, null],
  ])('EH-01 %s %j', (resourceType, more, title) => {
    expect(extract({ resourceType, ...more }).title).toBe(title);
  });

  test('EH-01 a toedieningsafspraak has the moment at which it was agreed', () => {
    const url = 'http://nictiz.nl/fhir/StructureDefinition/zib-AdministrationAgreement-AuthoredOn';
    const dispense = {
      resourceType: 'MedicationDispense',
      extension: [{ url, valueDateTime: '2024-02-21T11:34:11+02:00' }],
    };
    expect(extract(dispense).effectiveOn).toBe('2024-02-21');
    expect(extract({ ...dispense, whenHandedOver: '2024-03-01' }).effectiveOn).toBe('2024-03-01');
  });
});
