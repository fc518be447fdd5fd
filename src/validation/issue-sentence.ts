import type {SharedWords} from '../locale/words.js';
import type {DataIssue} from './data-issue.js';

/** Sentences for rules, by issue code; what an issue does not say is empty. */
export type RuleWords = SharedWords['rules'];

/** An issue in the reader's words: `rows.3.count: expected a whole number of 0 or more, got "abc"`. */
export function issueSentence(issue: DataIssue, words: SharedWords, chartRules: RuleWords): string {
  const sentence = ruleSentence(issue, words, chartRules);
  return issue.path ? words.located(issue.path, sentence) : sentence;
}

function ruleSentence(issue: DataIssue, words: SharedWords, chartRules: RuleWords): string {
  const rule = chartRules[issue.code] ?? words.rules[issue.code];
  if (rule) return rule({expected: '', got: '', ...issue});
  const expected =
    (words.expected as Readonly<Record<string, string>>)[issue.expected ?? ''] ?? words.oneOf(issue.expected ?? '');
  return words.expectedGot(expected, issue.got ?? words.nothing);
}
