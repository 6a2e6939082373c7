/** The policies that an installation can start from: every file of the folder organisations/, by its name. */
const files = import.meta.glob<unknown>('../../organisations/*.json', { eager: true, import: 'default' });

const presets = new Map(Object.entries(files).map(([path, json]) => [/([^/]+)\.json$/.exec(path)?.[1] ?? path, json]));

export function presetSlugs(): string[] {
  return [...presets.keys()].sort();
}

/** A preset as it was written, not yet checked. Throws for a name that is not there. */
export function presetJson(slug: string): unknown {
  const json = presets.get(slug);
  if (json === undefined) throw new Error(`no preset '${slug}'; there are: ${presetSlugs().join(', ')}`);
  return structuredClone(json);
}
