import {html, nothing, type TemplateResult} from 'lit';
import type {Locale} from '../locale/locale.js';
import {rounded} from '../scene/mark-attributes.js';
import type {Scene} from '../scene/scene.js';
import {MAX_ISSUES} from '../validation/contract.js';
import type {DataIssue} from '../validation/data-issue.js';
import {issueSentence, type RuleWords} from '../validation/issue-sentence.js';
import type {Status} from './status.js';

/** A drawing with the words around it. */
export interface Picture {
  readonly scene: Scene;
  readonly headline: string;
  readonly notes: readonly string[];
}

/** What the frame of an element shows. */
export interface FrameContent {
  readonly heading: string;
  readonly headingLevel: number;
  readonly status: Status;
  readonly issues: readonly DataIssue[];
  /** null while there is nothing to draw, or no room to draw it in. */
  readonly picture: Picture | null;
  readonly isTableShown: boolean;
  readonly toggleTable: () => void;
  readonly locale: Locale;
  readonly rules: RuleWords;
}

/** Heading, headline sentence, drawing, notes, table: the order of reading. */
export const frameTemplate = (content: FrameContent): TemplateResult => html`
  <figure part="figure" aria-labelledby="heading">
    <div part="heading" id="heading" role="heading" aria-level=${content.headingLevel}>
      <slot name="heading">${content.heading}</slot>
    </div>
    ${content.picture ? pictureTemplate(content.picture, content) : nothing}
    <div part="announcement" role="status">${content.picture ? nothing : noticeTitle(content)}</div>
    ${content.status === 'ready' ? nothing : noticeTemplate(content)}
  </figure>
`;

const pictureTemplate = ({scene, headline, notes}: Picture, content: FrameContent): TemplateResult => html`
  <p part="headline">${headline}</p>
  <div part="stage">
    <svg
      part="drawing"
      role="graphics-document"
      aria-label=${headline}
      viewBox="0 0 ${rounded(scene.width)} ${rounded(scene.height)}"
    ></svg>
  </div>
  <ul part="notes">
    ${notes.map((note) => html`<li><bdi>${note}</bdi></li>`)}
  </ul>
  <slot name="note"></slot>
  <div part="tools">
    <button
      type="button"
      part="table-switch"
      aria-expanded=${content.isTableShown}
      aria-controls="table"
      @click=${content.toggleTable}
    >
      ${content.isTableShown ? content.locale.words.hideTable : content.locale.words.showTable}
    </button>
  </div>
  <div part="table" id="table" ?data-shown=${content.isTableShown}></div>
`;

function noticeTitle({status, issues, locale: {words, count}}: FrameContent): string {
  switch (status) {
    case 'waiting':
      return words.waiting;
    case 'loading':
      return words.loading;
    case 'empty':
      return words.empty;
    case 'invalid':
      return words.invalidTitle(count(issues.length));
    case 'failed':
      return words.failedTitle;
    default:
      return '';
  }
}

function noticeTemplate(content: FrameContent): TemplateResult | typeof nothing {
  const title = noticeTitle(content);
  if (!title) return nothing;
  const {issues, locale, rules, status} = content;
  const text = status === 'empty' ? html`<slot name="empty">${title}</slot>` : title;
  return html`
    <div part="notice">
      <p>${text}</p>
      ${
        issues.length
          ? html`<ul>
              ${issues
                .slice(0, MAX_ISSUES)
                .map((issue) => html`<li><bdi>${issueSentence(issue, locale.words, rules)}</bdi></li>`)}
            </ul>`
          : nothing
      }
    </div>
  `;
}
