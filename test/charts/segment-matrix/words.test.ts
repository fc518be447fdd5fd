import {expect} from 'chai';
import loyaltyProfitability from '../../../demo/data/loyalty-profitability.json';
import type {Mark} from '../../../src/scene/scene.js';
import {datumsOf, type Given, saidOf, segment, textsOf} from './said.js';

const PROFILE = {
  style: 'Plans ahead',
  motive: 'Certainty',
  profit: 'High',
  productNeeds: 'Range',
  serviceNeeds: 'Advice',
};
describe('profile of a segment', () => {
  const rows = [{...segment('Planners', 40, 60), ...PROFILE}, segment('Others', 60, 40)];
  const names = ['Style', 'Motive', 'Profit', 'Product needs', 'Service needs'];

  for (const view of ['share', 'quadrant'] as const) {
    const json = {rows: rows.map((row, i) => ({...row, x: i, y: i}))};

    it(`stands in the tooltip, line by line (${view})`, () => {
      const datums = datumsOf(saidOf(json, {view}).marks);
      const {lines} = datums.find(({title}) => title === 'Planners')!;
      expect(lines.slice(-5)).to.deep.equal(names.map((name, i) => ({name, value: Object.values(PROFILE)[i]})));
      expect(datums.find(({title}) => title === 'Others')!.lines.map(({name}) => name)).to.not.include('Style');
    });

    it(`stands in the table, in columns of its own (${view})`, () => {
      const {columns, rows: lines} = saidOf(json, {view}).table;
      const from = columns.findIndex(({label}) => label === 'Style');
      expect(columns.slice(from).map(({label}) => label)).to.deep.equal(names);
      expect(lines[0]!.slice(from).map(({text}) => text)).to.deep.equal(Object.values(PROFILE));
      expect(lines[1]!.slice(from).map(({text}) => text)).to.deep.equal(['', '', '', '', '']);
    });
  }

  it('has no column where nothing is told', () => {
    const {columns} = saidOf({
      rows: rows.map(({segment: name, customers, value}) => segment(name, customers, value)),
    }).table;
    expect(columns.map(({label}) => label)).to.not.include.members(['Style']);
  });
});

describe('quadrants by name', () => {
  const cornersOf = (given: Given, json: object = loyaltyProfitability) => {
    const texts = datumsOf(saidOf(json, given).marks).map(({title}) => title);
    return texts.filter((title) => !loyaltyProfitability.rows.some((row) => row.segment === title));
  };

  it('are strangers, butterflies, barnacles and true friends of loyalty × profitability', () => {
    expect(cornersOf({quadrantNames: 'loyalty-profitability'})).to.include.members([
      ...['Butterflies', 'True friends', 'Strangers', 'Barnacles'],
    ]);
  });

  it('are others of share of wallet × affinity', () => {
    const corners = cornersOf({quadrantNames: 'wallet-affinity'});
    expect(corners).to.include.members(['Creatures of habit', 'Core customers', 'Distant', 'Untapped friends']);
  });

  it('bear the names of the data before those of a preset, and say high and low without either', () => {
    const named = {...loyaltyProfitability, quadrants: {topRight: 'Heart'}};
    const corners = cornersOf({quadrantNames: 'loyalty-profitability'}, named);
    expect(corners).to.include.members(['Heart', 'Butterflies']);
    expect(corners).to.not.include('True friends');
    expect(cornersOf({}, {...loyaltyProfitability, xLabel: 'Loyalty', yLabel: 'Profit'})).to.include(
      'Profit high, Loyalty low',
    );
  });

  it('are written in one size, however narrow', () => {
    for (const width of [320, 480, 720]) {
      const {marks} = saidOf(loyaltyProfitability, {width, quadrantNames: 'loyalty-profitability'});
      const names = ['Butterflies', 'True friends', 'Strangers', 'Barnacles'];
      const sizes = textsOf(marks).flatMap(({text, size}) => (names.includes(text) ? [size] : []));
      expect(sizes, String(width)).to.have.length(4);
      expect(new Set(sizes).size, String(width)).to.equal(1);
    }
  });
});

describe('arrows of the quadrants', () => {
  const rows = [
    {segment: 'moved', x: 9, y: 9, previousX: 1, previousY: 1, customers: 30},
    {segment: 'stayed', x: 5, y: 5, previousX: 5, previousY: 5, customers: 30},
    {segment: 'new', x: 1, y: 9, customers: 30},
    {segment: 'tiny', x: 2, y: 2, previousX: 9, previousY: 1, customers: 2},
    {segment: 'beside', x: 3, y: 2, customers: 20},
  ];
  const arrowsIn = (marks: readonly Mark[]) => marks.filter(({part}) => part?.split(' ').includes('arrow'));

  it('come from the previous position of those that moved and are shown', () => {
    const {marks, notes} = saidOf({rows});
    expect(arrowsIn(marks)).to.have.length(1);
    expect(notes).to.include('Arrows come from the previous position.');
  });

  it('are neither drawn nor noted without one', () => {
    const {marks, notes} = saidOf({rows: rows.slice(2)});
    expect(arrowsIn(marks)).to.be.empty;
    expect(notes).to.not.include('Arrows come from the previous position.');
  });
});

describe('headline and notes of the segment matrix', () => {
  it('name the segment that is over-represented in value', () => {
    const {headline} = saidOf({rows: [segment('A', 20, 60), segment('B', 40, 25), segment('C', 40, 15)]});
    expect(headline.finding).to.equal('over');
    expect(headline.text).to.equal('A: 20.0% of customers bring 60.0% of value (index 300).');
  });

  it('name the one that is under-represented where it stands out more', () => {
    const {headline} = saidOf({rows: [segment('A', 30, 45), segment('B', 30, 45), segment('C', 40, 10)]});
    expect(headline.finding).to.equal('under');
    expect(headline.text).to.equal('C: 40.0% of customers bring only 10.0% of value (index 25).');
  });

  it('say who is above where two are equally far', () => {
    expect(saidOf({rows: [segment('A', 70, 40), segment('B', 30, 60)]}).headline.facts).to.include({name: 'B'});
  });

  it('name the segments that lose money', () => {
    const {notes} = saidOf({rows: [segment('A', 50, 120), segment('B', 50, -20)]});
    expect(notes.some((note) => note.startsWith('Loses money: B.'))).to.equal(true);
  });
});

describe('headline of what is withheld in part', () => {
  const moves = (counts: readonly (readonly number[])[]) => ({
    order: counts.map((_, i) => `T${i}`),
    rows: counts.flatMap((line, i) => line.map((customers, j) => ({from: `T${i}`, to: `T${j}`, customers}))),
  });
  const cells = (counts: readonly (readonly number[])[]) => ({
    rows: counts.flatMap((line, i) => line.map((customers, j) => ({row: `R${i}`, column: `C${j}`, customers}))),
  });

  it('gives no direction that the withheld moves could reverse: 846 up and 218 down', () => {
    const {headline, table} = saidOf(
      moves([
        [27, 140, 395],
        [1, 1, 311],
        [170, 47, 360],
      ]),
    );
    expect(headline.finding).to.not.equal('worse');
    expect(headline.text).to.match(/^Of the moves shown/);
    expect(table.rows.at(-1)![0]!.text).to.equal('Worse, of the moves shown');
  });

  it('gives the direction that they cannot reverse, and the plain one where nothing is withheld', () => {
    const {headline} = saidOf(
      moves([
        [500, 900, 800],
        [50, 500, 700],
        [2, 40, 500],
      ]),
    );
    expect(headline.finding).to.equal('better');
    expect(
      saidOf(
        moves([
          [50, 90],
          [20, 50],
        ]),
      ).headline.text,
    ).to.equal('More customers moved up (90) than down (20).');
  });

  it('falls back to the sums where cells are withheld and sums are not', () => {
    expect(
      saidOf(
        cells([
          [2, 500],
          [400, 900],
        ]),
      ).headline.text,
    ).to.equal('The largest group is C1: 77.7% of customers.');
    expect(
      saidOf(
        moves([
          [2, 500],
          [400, 900],
        ]),
      ).headline.text,
    ).to.equal('The largest group is T1: 77.7% of customers.');
  });

  it('says who is largest of what is shown where the total is not known, and that nobody is there', () => {
    const list = (...counts: (number | null)[]) => ({
      rows: counts.map((customers, i) => ({segment: `S${i}`, customers})),
    });
    expect(saidOf(list(null, 50, 60)).headline.text).to.contain('S2 is the largest: 60 customers');
    expect(saidOf(list(0, 0)).headline.finding).to.equal('nobody');
    expect(
      saidOf(
        cells([
          [0, 0],
          [0, 0],
        ]),
      ).headline.finding,
    ).to.equal('nobody');
    expect(saidOf(list(1, 2)).headline.finding).to.equal('withheld');
  });
});

describe('words of a narrow matrix', () => {
  const names = ['one', 'two', 'three', 'four', 'five'];
  const cells = names.flatMap((row, i) =>
    names.map((column, j) => ({row, column, from: row, to: column, customers: 20 + i * 9 + j, value: 40 + i * j * 90})),
  );

  it('name the measure beside its ramp', () => {
    const grid = cells.map(({row, column, customers, value}) => ({row, column, customers, value}));
    const {marks} = saidOf({rows: grid}, {width: 280});
    expect(textsOf(marks).map(({text}) => text)).to.include('Index');
  });

  it('bear the signs of worse, same and better where words have no room', () => {
    const moves = cells.map(({from, to, customers}) => ({from, to, customers}));
    const texts = textsOf(saidOf({rows: moves, order: names}, {width: 240}).marks).map(({text}) => text);
    for (const sign of ['↓', '=', '↑'])
      expect(
        texts.some((text) => text.startsWith(sign)),
        sign,
      ).to.equal(true);
  });

  it('hold the Wilson interval of each move in the table', () => {
    const rows = [
      {from: 'low', to: 'low', customers: 182},
      {from: 'low', to: 'high', customers: 81},
      {from: 'high', to: 'low', customers: 15},
      {from: 'high', to: 'high', customers: 133},
    ];
    const {columns, rows: lines} = saidOf({rows, order: ['low', 'high']}).table;
    const shares = (name: string) => [name, `${name}, 95% low`, `${name}, 95% high`];
    expect(columns.slice(3).map(({label}) => label)).to.deep.equal([
      ...shares('Share of earlier tier'),
      ...shares('Share of customers'),
    ]);
    // Newcombe 1998a: 81/263 and 15/148.
    for (const [line, low, high] of [
      [1, 0.255289, 0.36621],
      [2, 0.062386, 0.160487],
    ] as const) {
      expect(lines[line]!.at(4)!.value).to.be.closeTo(low, 1e-6);
      expect(lines[line]!.at(5)!.value).to.be.closeTo(high, 1e-6);
    }
  });

  it('give moves as a share of their tier and sums as a share of all, never one under the name of the other', () => {
    const rows = [
      {from: 'low', to: 'low', customers: 60},
      {from: 'low', to: 'high', customers: 40},
      {from: 'high', to: 'low', customers: 100},
      {from: 'high', to: 'high', customers: 200},
    ];
    const {table, marks} = saidOf({rows, order: ['low', 'high']});
    const shares = table.rows.map((line) => [line[3]!.value, line[6]!.value]);
    expect(shares.slice(0, 4)).to.deep.equal([0.6, 0.4, 1 / 3, 2 / 3].map((share) => [share, null]));
    expect(shares.slice(4, 8)).to.deep.equal([0.25, 0.75, 0.4, 0.6].map((share) => [null, share]));
    expect(shares.slice(9)).to.deep.equal([0.1, 0.65, 0.25].map((share) => [null, share]));
    for (const [title, name] of [
      ['low → high', 'Share of earlier tier'],
      ['low', 'Share of earlier tier'],
      ['high', 'Share of customers'],
    ] as const)
      expect(
        datumsOf(marks)
          .filter((datum) => datum.title === title)
          .map(({lines}) => lines[1]!.name),
        title,
      ).to.include(name);
  });
});

describe('little money of each customer', () => {
  it('is told in cents, in cells, tooltip and table', () => {
    const rows = [32, 40, 1_250, 0].map((value, i) => ({
      row: `R${i >> 1}`,
      column: `C${i & 1}`,
      customers: 100,
      value,
    }));
    const {marks, table} = saidOf({rows}, {measure: 'value-per-customer'});
    const each = ['0.32', '0.40', '13', '0'];
    expect(textsOf(marks).map(({text}) => text)).to.include.members(each);
    expect(table.rows.slice(0, 4).map((line) => line.at(-1)!.text)).to.deep.equal(each);
    const told = datumsOf(marks)
      .slice(0, 2)
      .map(({lines}) => lines.at(-1)!.value);
    expect(told).to.deep.equal(each.slice(0, 2));
  });
});

describe('quadrants in words', () => {
  const rows = [
    {segment: 'A', x: 0.82, y: 410, customers: 260, value: 900, previousX: 0.8, previousY: 390},
    {segment: 'B', x: 0.12, y: 26.5, customers: 340, value: 100},
  ];
  const datumOf = (json: unknown, title: string, given: Given = {}) =>
    datumsOf(saidOf(json, given).marks).find((datum) => datum.title === title)!;
  const right = 'Vertical high, Horizontal high';

  it('give the numbers of the axes in full, in tooltip and table', () => {
    expect(
      datumOf({rows}, 'A')
        .lines.slice(0, 2)
        .map(({value}) => value),
    ).to.deep.equal(['0.82', '410']);
    expect(
      datumOf({rows}, 'B')
        .lines.slice(0, 2)
        .map(({value}) => value),
    ).to.deep.equal(['0.12', '26.5']);
    const {columns, rows: lines} = saidOf({rows}).table;
    const at = columns.findIndex(({label}) => label === 'Horizontal');
    expect(lines.slice(0, 2).map((line) => line[at]!.text)).to.deep.equal(['0.82', '0.12']);
    const percent = datumOf({rows: [{...rows[0], x: 0.0446}, rows[1]], xUnit: 'percent'}, 'A');
    expect(percent.lines[0]!.value).to.equal('4.46%');
  });

  it('tell of the thresholds what is where: customers, value and the shares of both', () => {
    const {handle} = saidOf({rows, thresholds: {x: 0.5, y: 200}}).marks.find(({part}) => part === 'crossing')!;
    expect(handle!.text).to.contain('Horizontal: 0.5');
    expect(handle!.text).to.contain(`${right}: 260 (43.3%), Value: 900 (90.0%)`);
  });

  it('call customers customers, not segments, where every row is one', () => {
    const single = {rows: rows.map(({segment, x, y}) => ({segment, x, y})), thresholds: {x: 0.5, y: 200}};
    const {label, lines} = datumOf(single, right, {minCell: 0});
    expect(label).to.equal(`${right}: 1 customer.`);
    expect(lines.map(({name}) => name)).to.not.include('Segments');
    expect(saidOf(single, {minCell: 0}).table.columns.map(({label: name}) => name)).to.not.include('Segments');
  });

  it('say withheld, never 0, of a quadrant whose segments may not be shown', () => {
    const hidden = {
      rows: [...rows, {segment: 'C', x: 0.1, y: 500, customers: 2}, {segment: 'D', x: 0.2, y: 600, customers: 4}],
    };
    const title = 'Vertical high, Horizontal low';
    const {marks, table, notes} = saidOf({...hidden, thresholds: {x: 0.5, y: 200}});
    const {label, lines} = datumsOf(marks).find((datum) => datum.title === title)!;
    expect(label).to.equal(`${title}: withheld`);
    expect(lines).to.deep.equal([{name: 'Customers', value: 'withheld'}]);
    expect(textsOf(marks).map(({text}) => text)).to.include('Customers: •');
    expect(table.rows.map(([first]) => first!.text)).to.include('Withheld segments');
    expect(notes.join()).to.contain('as shares of all customers');
  });

  it('speak of arrows only where there are any', () => {
    const many = (length: number) =>
      Array.from({length}, (_, i) => ({
        segment: `S${i}`,
        x: i,
        y: i % 7,
        previousX: i + 5,
        previousY: 3,
        customers: 9,
      }));
    const note = 'Arrows come from the previous position.';
    expect(saidOf({rows: many(60)}).notes).to.include(note);
    expect(saidOf({rows: many(61)}).notes).to.not.include(note);
  });

  it('give the reason for a curve above 100 % where only the withheld ones lose money', () => {
    const losing = [segment('A', 200, 900), segment('B', 300, 300), segment('C', 3, -300), segment('D', 4, -10)];
    expect(saidOf({rows: losing}).notes.join()).to.contain('Loses money: Withheld segments.');
  });

  it('name the largest group of those shown, where nobody knows how many there are', () => {
    const {headline} = saidOf({rows: [{...rows[0], customers: null}, rows[1]]});
    expect(headline.text).to.equal(
      'Of the groups shown, Vertical high, Horizontal high is the largest: 340 customers.',
    );
    expect(
      saidOf({
        rows: [
          {...rows[0], customers: null},
          {...rows[1], customers: 2},
        ],
      }).headline.finding,
    ).to.equal('withheld');
  });
});
