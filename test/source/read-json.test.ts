import {expect} from 'chai';
import {MAX_DEPTH, readJson} from '../../src/source/read-json.js';
import {demoLadders} from '../support/demo-data.js';

const read = (text: string) => readJson(text, 'application/json');
const codeOf = (text: string): string | undefined => {
  const reading = read(text);
  return 'issue' in reading ? reading.issue.code : undefined;
};
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('reading JSON', () => {
  const bodies: readonly unknown[] = [
    {rows: [{rung: 'client', count: 3}]},
    [],
    null,
    'text',
    {text: 'quote " backslash \\ bracket ]}'},
    {'\\': '\\\\', '"': '\\"'},
    {brackets: '[[[{{{'},
  ];
  for (const body of bodies) {
    const text = JSON.stringify(body);
    it(`gives ${text}`, () => expect(read(text)).to.deep.equal({body}));
  }

  for (const [name, body] of Object.entries(demoLadders)) {
    it(`no beginning of ${name} is taken for the whole`, () => {
      const text = JSON.stringify(body);
      const codes = Array.from({length: text.length}, (_, length) => codeOf(text.slice(0, length)));
      expect(new Set(codes.slice(1))).to.deep.equal(new Set(['truncated']));
    });
  }

  for (const text of ['count,rung\n1,client', '{"count": 1,}', '{"rows":[]} {"rows":[]}', 'nil', '}{', '"open'])
    it(`refuses ${JSON.stringify(text)}`, () => expect(codeOf(text)).to.equal('not_json'));

  it('says at most 80 characters of what stood there', () => {
    const reading = read('x'.repeat(1_000));
    expect('issue' in reading && reading.issue.got).to.have.lengthOf(80);
  });

  it('accepts the deepest nesting and refuses one more', () => {
    expect(codeOf(nested(MAX_DEPTH))).to.equal(undefined);
    expect(codeOf(nested(MAX_DEPTH + 1))).to.equal('too_deep');
  });

  it('does not take brackets in text for nesting', () => {
    expect(codeOf(JSON.stringify({text: '['.repeat(10_000)}))).to.equal(undefined);
  });

  it('refuses a nesting that would overflow, closed or not, at once', () => {
    expect(codeOf(nested(2_000_000))).to.equal('too_deep');
    expect(codeOf('{"a":'.repeat(2_000_000))).to.equal('too_deep');
  });

  it('takes time in proportion to backslashes and quotes', () => {
    const start = performance.now();
    read(JSON.stringify({text: '\\"'.repeat(1_000_000)}));
    expect(performance.now() - start).to.be.below(1_000);
  });
});
