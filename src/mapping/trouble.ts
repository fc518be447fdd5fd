import type {DataIssue} from '../validation/data-issue.js';
import {explain, type RoleExplained} from './explain.js';
import type {ReadOptions} from './reading.js';

/** What is only needed when a map or a body is at fault. */
export {mappingRules} from './words.js';

/** What a map found, role by role, as lines beside the issues; none where every role found something. */
export function explained(body: unknown, options: ReadOptions): readonly DataIssue[] {
  const {roles} = explain(body, options);
  return roles.some(({found}) => !found) ? roles.map(lineOf) : [];
}

function lineOf({role, template, found, reached, keys}: RoleExplained): DataIssue {
  const path = `${role} ← ${template}`;
  if (found) return {path, code: 'role_found', got: String(found)};
  return {path, code: 'role_missing', expected: reached ?? '', got: (keys ?? []).join(', ').slice(0, 200)};
}
