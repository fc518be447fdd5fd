import {expect} from 'chai';
import '../../../src/define.js';
import '../../support/every-language.js';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import {fixture} from '../../support/fixture.js';
import {readChart} from '../../support/read-chart.js';
import {marksOf, sceneOf} from '../../support/scenes.js';
import {rates} from './tests.js';

const rows = rates([90, 500], [50, 500]);

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
    for (const view of ['intervals', 'arms']) expect(drawnText([], view, 'en')).to.equal('There are no rows to show.');
  });
});
