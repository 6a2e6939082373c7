/** The organisation's rules about results, in words for patients and staff (RE-02 to RE-05, RE-12). */
import { inLanguage, type Policy } from '../organisations';
import { listInWords, type Translate } from '../platform/i18n';
import type { ResultCategory } from './categories';
import { type ReleaseRule, resultsPolicy } from './policy';
import { kindsNotShown } from './rules';

const kept = new WeakMap<Policy, Map<string, readonly string[]>>();

/** When results are shown: one sentence each. Said once per policy and language: it stands on every list. */
export function releaseInWords(t: Translate, policy: Policy): readonly string[] {
  const said = kept.get(policy) ?? new Map<string, readonly string[]>();
  kept.set(policy, said);
  const sentences = said.get(t.language) ?? sayRelease(t, policy);
  said.set(t.language, sentences);
  return sentences;
}

function sayRelease(t: Translate, policy: Policy): string[] {
  const { outpatient, admitted, emergency, sensitive, gpOrdered } = resultsPolicy.of(policy);
  const sentences = [ruleInWords(t, outpatient, 'outpatient')];
  const kinds = kindsInWords(t, sensitive.categories);
  if (kinds !== '') sentences.push(ruleInWords(t, sensitive.rule, 'sensitive', { kinds }));
  const hospital = JSON.stringify(admitted) === JSON.stringify(emergency) ? admitted : undefined;
  if (hospital !== undefined && JSON.stringify(hospital) !== JSON.stringify(outpatient))
    sentences.push(ruleInWords(t, hospital, 'hospital'));
  if (hospital === undefined)
    sentences.push(ruleInWords(t, admitted, 'admitted'), ruleInWords(t, emergency, 'emergency'));
  if (gpOrdered === 'none') sentences.push(t('results.gp-none'));
  if (Array.isArray(gpOrdered)) sentences.push(t('results.gp-some', { kinds: kindsInWords(t, gpOrdered) }));
  return sentences;
}

type Whom = 'outpatient' | 'sensitive' | 'hospital' | 'admitted' | 'emergency';

function ruleInWords(t: Translate, rule: ReleaseRule, whom: Whom, values: { kinds?: string } = {}): string {
  const when =
    rule.when === 'delay' ? t(`results.when-delay-${rule.from}`, { days: rule.days }) : t(`results.when-${rule.when}`);
  return t(`results.rule-${whom}`, { when, kinds: values.kinds ?? '' });
}

/** 'weefselonderzoek, erfelijk onderzoek en weefselkenmerken (HLA)' */
function kindsInWords(t: Translate, categories: readonly ResultCategory[]): string {
  const names = [...new Set(categories.map((category) => t(`results.category-${category}`)))];
  return listInWords(t.language, names);
}

/** RE-05: which kinds are not shown here, and why. */
export const notShownInWords = (t: Translate, policy: Policy): { name: string; why: string }[] =>
  kindsNotShown(resultsPolicy.of(policy)).map(({ name, why }) => ({
    name: inLanguage(name, t.language),
    why: inLanguage(why, t.language),
  }));
