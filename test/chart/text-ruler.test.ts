import '../support/watch-page.js';
import {expect} from 'chai';
import '../../src/charts/loyalty-ladder/define.js';
import {fixture} from '../support/fixture.js';

const data = [{rung: 'Ambassador of the house', count: 12}];

describe('texts', () => {
  for (const lang of ['en', 'zh-CN', 'zh-TW'])
    it(`keep their place where the page names no font, in ${lang}`, async () => {
      const {style} = document.documentElement;
      style.fontFamily = 'initial';
      try {
        const element = await fixture('insight-loyalty-ladder', {data, lang});
        const {left} = element.getBoundingClientRect();
        const label = element.shadowRoot!.querySelector('svg text')!;
        expect(label.textContent).to.be.a('string').that.is.not.empty;
        for (const text of element.shadowRoot!.querySelectorAll('svg text'))
          expect(text.getBoundingClientRect().left, text.textContent).to.be.at.least(left - 0.5);
      } finally {
        style.fontFamily = '';
      }
    });
});
