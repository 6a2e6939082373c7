/** The demo's organisations as their sign-in providers know them: a short name and a name to show. */
export const organisations = [
  { slug: 'duinzicht', name: 'Duinzicht Ziekenhuis' },
  { slug: 'maasoever', name: 'Ziekenhuis Maasoever' },
  { slug: 'amstelland', name: 'UMC Amstelland' },
  { slug: 'drecht', name: 'Huisartsen De Drecht' },
] as const;

export type Organisation = (typeof organisations)[number];
export type OrganisationSlug = Organisation['slug'];
