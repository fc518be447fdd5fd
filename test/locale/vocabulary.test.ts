import {expect} from 'chai';
import {Vocabulary} from '../../src/locale/vocabulary.js';

const en = {title: 'Data'};

describe('a vocabulary', () => {
  it('speaks English at once, and for what it has not learned', () => {
    const words = new Vocabulary(en, () => Promise.resolve({title: '数据'}));
    expect(words.knows('en')).to.equal(true);
    expect(words.learn('en')).to.equal(undefined);
    expect(words.knows('zh-CN')).to.equal(false);
    expect(words.in('zh-CN')).to.equal(en);
  });

  it('learns both ways to write Chinese at once, and once', async () => {
    let brought = 0;
    const words = new Vocabulary(en, () => Promise.resolve({title: `数据${++brought}`}));
    const coming = words.learn('zh-TW');
    expect(words.learn('zh-CN')).to.equal(coming);
    await coming;
    expect([words.in('zh-CN').title, words.in('zh-TW').title, words.in('en').title]).to.deep.equal([
      '数据1',
      '資料1',
      'Data',
    ]);
    expect(words.learn('zh-CN')).to.equal(undefined);
    expect(brought).to.equal(1);
  });

  it('stays English where the words do not come, and does not ask again', async () => {
    let asked = 0;
    const words = new Vocabulary(en, () => Promise.reject(new TypeError(`Failed to fetch, ${++asked}`)));
    await words.learn('zh-CN');
    expect(words.learn('zh-TW')).to.equal(undefined);
    expect([words.in('zh-CN'), words.in('zh-TW'), asked]).to.deep.equal([en, en, 1]);
  });
});
