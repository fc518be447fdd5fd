import {expect} from 'chai';
import '../../../src/define.js';
import '../../support/every-language.js';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import {fixture} from '../../support/fixture.js';
import {readChart} from '../../support/read-chart.js';
import {marksOf, sceneOf} from '../../support/scenes.js';
import {localeOf} from '../../../src/locale/locale.js';
import type {TreatmentLiftOptions} from '../../../src/charts/treatment-lift/metrics.js';
import {measured, options, pair, rates} from './tests.js';

const rows = rates([90, 500], [50, 500]);

const notesOf = (json: unknown, view: TreatmentLiftOptions['view'], lang: string): string =>
  treatmentLift.notes(measured(json, {view}), {locale: localeOf(lang), options: {...options, view}}).join('\n');

const drawnText = (json: unknown, view: string, lang: string): string =>
  marksOf(sceneOf(treatmentLift, json, {view, lang}).marks)
    .flatMap((mark) => (mark.kind === 'text' ? mark.text : []))
    .join();

describe('treatment-lift: a view that finds nothing among the rows', () => {
  for (const [view, lang, sentence] of [
    ['time', 'en', 'There are no rows by date to show.'],
    ['bins', 'en', 'There are no rows by score bin to show.'],
    ['time', 'zh-CN', '没有按日期给出的数据行可显示。'],
    ['bins', 'zh-CN', '没有按评分分箱给出的数据行可显示。'],
  ] as const)
    it(`says in ${lang} what ${view} needs, in the page and in a report`, async () => {
      expect(drawnText(rows, view, lang)).to.equal(sentence);
      const element = await fixture('insight-treatment-lift', {lang, view, data: rows});
      expect(element.status).to.equal('empty');
      const {notice, announcement} = readChart(element);
      expect(notice).to.deep.equal([sentence]);
      expect(announcement).to.equal(sentence);
    });

  it('says elsewhere that there are no rows', () => {
    expect(drawnText([], 'intervals', 'en')).to.equal('There are no rows to show.');
  });

  for (const [lang, sentence, note] of [
    [
      'en',
      'There are no rows with levels of the arms to show.',
      'no levels of the arms, so nothing is drawn here: Spend.',
    ],
    ['zh-CN', '没有给出各分组水平的数据行可显示。', '未给出各分组的水平，此处不绘制：Spend。'],
  ] as const)
    it(`says in ${lang} that levels are not given of what only the back-end measures, and draws the others`, async () => {
      const lifts = pair({metric: 'Spend', lift: 0.5, low: 0.1, high: 0.9}, {metric: 'Spend'});
      for (const json of [[], lifts]) expect(drawnText(json, 'arms', lang)).to.equal(sentence);
      const alone = await fixture('insight-treatment-lift', {lang, view: 'arms', data: lifts});
      expect(alone.status).to.equal('empty');
      expect(readChart(alone).notice).to.deep.equal([sentence]);
      const both = [...rows.map((row) => ({...row, metric: 'Visit'})), ...lifts];
      expect(drawnText(both, 'arms', lang))
        .to.include('Visit')
        .and.not.to.include('Spend');
      for (const view of ['arms', 'intervals'] as const)
        expect(notesOf(both, view, lang).includes(note), view).to.equal(view === 'arms');
    });

  it('says of days and bins whose lifts are the back-end’s that they are drawn as such', () => {
    for (const [view, place] of [
      ['time', {date: '2026-01-05'}],
      ['bins', {bin: 1}],
    ] as const) {
      const lifts = pair({lift: 0.5, low: 0.1, high: 0.9}, {}).map((row) => ({...row, ...place}));
      expect(notesOf(lifts, view, 'en')).to.include('As the back-end reports it, not computed here: Metric.');
      expect(
        notesOf(
          rows.map((row) => ({...row, ...place})),
          view,
          'en',
        ),
      ).not.to.include('back-end');
    }
  });
});
