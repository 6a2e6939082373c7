import { IntlMessageFormat } from 'intl-messageformat';

type Message = ReturnType<IntlMessageFormat['getAst']>;

const [literalType, selectType, pluralType, tagType] = [0, 5, 6, 8];

/**
 * The right-to-left test language: a Dutch message whose words are forced to read right to left, a third longer (as
 * translations into many languages are), between brackets so that cut-off text shows. Values stay as they are.
 */
export function pseudoMessage(dutch: string): Message {
  const message = new IntlMessageFormat(dutch, 'nl').getAst();
  return [literal('⟦'), ...lengthened(message), literal('⟧')];
}

function lengthened(message: Message): Message {
  return message.map((element) => {
    if (element.type === literalType) return { ...element, value: mirrored(String(Reflect.get(element, 'value'))) };
    if (element.type === tagType && 'children' in element) {
      return { ...element, children: lengthened(element.children) };
    }
    if ((element.type === selectType || element.type === pluralType) && 'options' in element) {
      const options = Object.entries(element.options).map(([name, option]) => [
        name,
        { ...option, value: lengthened(option.value) },
      ]);
      return { ...element, options: Object.fromEntries(options) };
    }
    return element;
  });
}

/** Each word in a right-to-left override (U+202E … U+202C); every third letter of it doubled. */
function mirrored(text: string): string {
  return text.replace(/[\p{L}\p{M}\p{N}’'-]+/gu, (word) => {
    const longer = word.replace(/(\p{L}{2})(\p{L})/gu, '$1$2$2');
    return `\u200f\u202e${longer}\u202c\u200f`;
  });
}

function literal(value: string): Message[number] {
  return { type: literalType, value };
}
