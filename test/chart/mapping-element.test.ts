import {expect} from 'chai';
import '../../src/define.js';
import type {LoyaltyLadderElement} from '../../src/charts/loyalty-ladder/element.js';
import {fixture} from '../support/fixture.js';

const BODY = {
  data: {
    stages: [
      {stage: 'customer', members: '1,200'},
      {stage: 'client', members: '310'},
    ],
  },
};
const MAP = {rung: 'data/stages/{i}/stage', count: 'data/stages/{i}/members'};

/** Mounts a ladder and waits until it is no longer loading. */
async function ladder(given: Partial<LoyaltyLadderElement>): Promise<LoyaltyLadderElement> {
  const element = await fixture('insight-loyalty-ladder', given);
  while (element.status === 'loading')
    await new Promise((resolve) => element.addEventListener('insight-status', resolve, {once: true}));
  return element;
}
const countsOf = ({metrics}: LoyaltyLadderElement) => metrics?.series[0]?.rungs.map(({count}) => count);

describe('an element given JSON of another shape', () => {
  it('reads it by a map, given as JSON text', async () => {
    const element = await ladder({data: BODY, map: JSON.stringify(MAP)});
    expect(element.status).to.equal('ready');
    expect(countsOf(element)).to.deep.equal([1200, 310]);
  });

  it('reads it by a map, given as an object', async () => {
    expect(countsOf(await ladder({data: BODY, map: MAP}))).to.deep.equal([1200, 310]);
  });

  it('reads it by a preset, loaded when it is named', async () => {
    const body = {
      meta: [{name: 'rung'}, {name: 'count'}],
      data: [
        ['customer', '1200'],
        ['client', '310'],
      ],
      rows: 2,
    };
    expect(countsOf(await ladder({data: body, preset: 'clickhouse-jsoncompact'}))).to.deep.equal([1200, 310]);
  });

  it("names what is wrong at the caller's own place", async () => {
    const body = {
      data: {
        stages: [
          {stage: 'customer', members: 12},
          {stage: 'client', members: 'many'},
        ],
      },
    };
    const {status, issues} = await ladder({data: body, map: MAP});
    expect(status).to.equal('invalid');
    expect(issues.map(({path}) => path)).to.deep.equal(['data/stages/1/members']);
  });

  it('names an unknown preset, and a map that is no JSON', async () => {
    expect((await ladder({data: BODY, preset: 'nobody'})).issues[0]?.code).to.equal('unknown_preset');
    expect((await ladder({data: BODY, map: '{"rung": '})).issues[0]?.code).to.equal('map_not_json');
  });

  it('is failed when the body says so, in the words of the backend', async () => {
    const element = await ladder({data: {code: 500, msg: 'no such table'}, map: MAP});
    expect(element.status).to.equal('failed');
    expect(element.shadowRoot?.textContent).to.include('no such table');
  });

  it("passes it through the page's function first", async () => {
    const transform = (body: unknown) => ({rows: (body as {list: unknown[]}).list});
    const element = await ladder({data: {list: [{rung: 'client', count: 20}]}, transform});
    expect(countsOf(element)).to.deep.equal([20]);
  });

  it("says so when the page's function throws, and the page lives on", async () => {
    const element = await ladder({
      data: BODY,
      transform: () => {
        throw new Error('a mistake of the page');
      },
    });
    expect(element.status).to.equal('invalid');
    expect(element.issues[0]).to.include({path: 'transform', code: 'transform_failed'});
  });
});
