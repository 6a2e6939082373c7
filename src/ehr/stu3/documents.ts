import { isObject, type JsonObject, objectsOf, textOf } from '../json';
import { inTurn, type Mapping, renamed, without } from './parts';

export const composition: Mapping = (source) => renamed(source, { class: 'category' });

/** A letter. STU3 put 'preliminary' nowhere but sources do in the status; R4 has a place for it. */
export const documentReference: Mapping = inTurn(
  (source) => renamed(source, { class: 'category', indexed: 'date' }),
  (source) => (source.status === 'preliminary' ? { ...source, status: 'current', docStatus: 'preliminary' } : source),
  created,
  (source) => {
    const { context } = source;
    if (!isObject(context) || context.related === undefined) return source;
    return { ...source, context: { ...context, related: objectsOf(context.related).map(relatedTo) } };
  },
);

/** When a document of one file was made, the file was made. */
function created(source: JsonObject): JsonObject {
  const [content, ...more] = objectsOf(source.content);
  const made = textOf(source.created);
  const attachment = content?.attachment;
  if (made === undefined || more.length > 0 || !isObject(attachment) || attachment.creation !== undefined)
    return source;
  return { ...without(source, 'created'), content: [{ ...content, attachment: { ...attachment, creation: made } }] };
}

/** STU3 had the identifier beside the reference, R4 has it inside. */
const relatedTo = ({ ref, identifier, ...rest }: JsonObject): JsonObject => ({
  ...(isObject(ref) ? ref : {}),
  ...(identifier !== undefined && { identifier }),
  ...rest,
});

/** Which documents belong together. */
export const documentManifest: Mapping = (source) => {
  const all = objectsOf(source.content);
  const named = all.filter(({ pReference }) => isObject(pReference));
  const rest = all.filter((one) => !named.includes(one));
  return {
    ...source,
    content: [...named.map(({ pReference }) => pReference), ...rest],
  };
};

export const binary: Mapping = (source) => renamed(source, { content: 'data' });
