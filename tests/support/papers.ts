/** A medicine and a letter with a file, as rows of the record. */

export const medicineRow = {
  room: 'medication',
  type: 'MedicationRequest',
  title: 'Metoprolol 50 mg',
  content: JSON.stringify({
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: 'Metoprolol 50 mg' },
    dosageInstruction: [{ text: '1 maal per dag 1 tablet' }],
  }),
};

export const letterRow = {
  room: 'documents',
  type: 'DocumentReference',
  title: 'Ontslagbrief',
  content: JSON.stringify({
    resourceType: 'DocumentReference',
    status: 'current',
    description: 'Ontslagbrief',
    content: [
      { attachment: { contentType: 'application/pdf', data: Buffer.from('%PDF-1.7\n%%EOF\n').toString('base64') } },
    ],
  }),
};
