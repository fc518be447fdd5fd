import {html, nothing, type TemplateResult} from 'lit';
import type {Locale} from '../locale/locale.js';
import {rounded} from '../scene/mark-attributes.js';
import {MAX_ISSUES} from '../validation/contract.js';
import type {DataIssue} from '../validation/data-issue.js';
import {issueSentence, type RuleWords} from '../validation/issue-sentence.js';
import type {Picture} from './chart-session.js';
import {ACTIONS, type ToolbarController} from './controllers/toolbar.js';
import type {Status} from './status.js';

/** What the frame of an element shows. */
export interface FrameContent {
  readonly heading: string;
  readonly headingLevel: number;
  readonly status: Status;
  readonly issues: readonly DataIssue[];
  /** Said where there is nothing to draw. */
  readonly empty: string;
  /** Lines beside the issues: what a map found, role by role. */
  readonly explained: readonly DataIssue[];
  /** Since the last good data arrived, in minutes; for `stale`. */
  readonly age: number;
  /** null while there is nothing to draw, or no room to draw it in. */
  readonly picture: Picture | null;
  /** In pixels: what the last picture took, kept while the next one is loaded. */
  readonly keptHeight: number;
  readonly isTableShown: boolean;
  readonly toggleTable: () => void;
  readonly toolbar: ToolbarController;
  readonly locale: Locale;
  readonly rules: RuleWords;
}

/** Heading, headline sentence, drawing, notes, table: the order of reading. */
export const frameTemplate = (content: FrameContent): TemplateResult => html`
  <figure part="figure" aria-labelledby="heading">
    <div part="heading" id="heading" role="heading" aria-level=${content.headingLevel}>
      <slot name="heading">${content.heading}</slot>
    </div>
    ${content.status === 'ready' ? nothing : noticeTemplate(content)}
    ${content.picture ? pictureTemplate(content.picture, content) : nothing}
    <div part="announcement" role="status">${content.toolbar.message || noticeTitle(content)}</div>
  </figure>
`;

/**
 * One template: each further one would be cloned and walked by itself. A table wider than its place scrolls, so it can be
 * reached by keyboard; hidden from the eye it is no stop on the way.
 */
const pictureTemplate = (
  {scene, headline, notes}: Picture,
  {locale: {words}, heading, toolbar, isTableShown, toggleTable}: FrameContent,
): TemplateResult => html`
  <p part="headline"><bdi>${headline.text}</bdi></p>
  <div part="stage">
    <svg
      part="drawing"
      role="graphics-document"
      aria-label=${headline.text}
      aria-describedby="keys"
      viewBox="0 0 ${rounded(scene.width)} ${rounded(scene.height)}"
    ></svg>
  </div>
  <ul part="notes">
    ${notes.map((note) => html`<li><bdi>${note}</bdi></li>`)}
  </ul>
  <slot name="note"></slot>
  <div part="tools" role="toolbar" aria-label=${words.tools} @keydown=${toolbar.press}>
    <button type="button" part="table-switch" aria-expanded=${isTableShown} aria-controls="table" @click=${toggleTable}>
      ${isTableShown ? words.hideTable : words.showTable}
    </button>
    <button type="button" part="menu-switch" tabindex="-1" aria-expanded=${toolbar.isOpen} @click=${toolbar.toggle}>
      ${words.takeAway}
    </button>
    ${
      toolbar.isOpen
        ? ACTIONS.map(
            (action) =>
              html`<button type="button" part="action" tabindex="-1" @click=${() => void toolbar.act(action)}>
                ${words.actions[action]}
              </button>`,
          )
        : nothing
    }
  </div>
  <p part="keys" id="keys" ?hidden=${!toolbar.isOpen}>${toolbar.message || words.keys}</p>
  <div
    part="table"
    id="table"
    role="group"
    aria-label=${heading}
    tabindex=${isTableShown ? 0 : nothing}
    ?data-shown=${isTableShown}
  ></div>
`;

function noticeTitle({status, issues, empty, age, locale: {words, count, ago}}: FrameContent): string {
  if (status === 'ready') return '';
  // No more than these are collected.
  const some = count(issues.length) + (issues.length < MAX_ISSUES ? '' : '+');
  const said = {
    empty,
    partial: words.partial(some),
    stale: words.stale(ago(age)),
    invalid: words.invalid(some),
  };
  return {...words, ...said}[status];
}

function noticeTemplate(content: FrameContent): TemplateResult {
  const {status, keptHeight} = content;
  const title = noticeTitle(content);
  if (status === 'loading' && !content.issues.length)
    return html`<div part="skeleton" .style=${`height:${keptHeight}px`}></div>`;
  return html`
    <div part="notice">
      <p>${status === 'empty' ? html`<slot name="empty">${title}</slot>` : title}</p>
      ${issuesTemplate(content)}
    </div>
  `;
}

function issuesTemplate({issues, explained, locale, rules}: FrameContent): TemplateResult | typeof nothing {
  if (!issues.length) return nothing;
  const sentences = [...issues.slice(0, MAX_ISSUES), ...explained].map((issue) =>
    issueSentence(issue, locale.words, rules),
  );
  return html`<ul>
    ${sentences.map((sentence) => html`<li><bdi>${sentence}</bdi></li>`)}
  </ul>`;
}
