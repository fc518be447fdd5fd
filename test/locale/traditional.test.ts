import {expect} from 'chai';
import {loyaltyLadder} from '../../src/charts/loyalty-ladder/definition.js';
import {ladderZhCN as ladderWords} from '../../src/charts/loyalty-ladder/words-zh-cn.js';
import {localeOf} from '../../src/locale/locale.js';
import {traditional} from '../../src/locale/traditional.js';
import {sharedZhCN as zhCN} from '../../src/locale/zh-cn.js';
import {charts} from '../../src/static.js';
import {byHand as ladderByHand} from '../charts/loyalty-ladder/zh-tw-by-hand.js';
import {textsOf} from '../support/words.js';
import {byHand} from './zh-tw-by-hand.js';

/** The frequently used characters of Big5, which is what Taiwan wrote before Unicode: level 1, and the marks before it. */
const big5 = new Set(
  (() => {
    const decoder = new TextDecoder('big5', {fatal: true});
    const decoded = (lead: number, trail: number) => {
      try {
        return decoder.decode(new Uint8Array([lead, trail]));
      } catch {
        return '';
      }
    };
    const trails = [...Array(63).keys()]
      .map((index) => 0x40 + index)
      .concat([...Array(94).keys()].map((i) => 0xa1 + i));
    return Array.from({length: 0xc7 - 0xa1}, (_, index) => 0xa1 + index).flatMap((lead) =>
      trails.map((trail) => decoded(lead, trail)),
    );
  })(),
);
const notInBig5 = (text: string) =>
  [...text].filter((character) => /\p{Script=Han}/u.test(character) && !big5.has(character));

/** Characters that Taiwan knows, but writes otherwise wherever our words have them. */
const OTHERWISE = '后于几划采里余范准周并伙制仅卷干叶';
/** What Taiwan calls otherwise, spelled in its script. */
const MAINLAND =
  '數據 服務器 加載 登錄 返回 保存 打印 默認 信息 軟件 程序 用戶 屏幕 鼠標 鏈接 網絡 文件 視圖 查看 計劃 概率 方差 均值 檢驗 單元格 轉化 貝葉斯 對象 回報 口徑 嵌套 兩行 數據行 單列 列表'.split(
    ' ',
  );

/** The words of a chart: the one thing that this file of every chart folder gives. */
const wordsOf = async (chart: string): Promise<object> =>
  Object.values((await import(`../../src/charts/${chart}/words-zh-cn.ts`)) as Record<string, object>)[0]!;

const dictionaries = [
  {name: 'shared', mainland: zhCN},
  ...(await Promise.all(charts.map(async ({name}) => ({name, mainland: await wordsOf(name)})))),
];

for (const {name, mainland} of dictionaries) {
  describe(`the words of Taiwan, ${name}`, () => {
    const texts = textsOf(traditional(mainland));
    const all = [...texts.values()];

    it('are all there', () => expect([...texts.keys()]).to.deep.equal([...textsOf(mainland).keys()]));

    it('have no character that Taiwan does not write', () => expect(all.flatMap(notInBig5)).to.deep.equal([]));

    it('write no character as the mainland does', () =>
      expect(all.filter((text) => [...OTHERWISE].some((character) => text.includes(character)))).to.deep.equal([]));

    it('name nothing as the mainland does', () =>
      expect(all.filter((text) => MAINLAND.some((term) => text.includes(term)))).to.deep.equal([]));

    it('fill every place', () => expect(all.filter((text) => text.includes('undefined'))).to.deep.equal([]));
  });
}

for (const {name, mainland, written} of [
  {name: 'shared', mainland: zhCN, written: byHand},
  {name: 'loyalty ladder', mainland: ladderWords, written: ladderByHand},
])
  it(`the words of Taiwan, ${name}, are as written by hand`, () =>
    expect(Object.fromEntries(textsOf(traditional(mainland)))).to.deep.equal(Object.fromEntries(textsOf(written))));

describe('data in a sentence of Taiwan', () => {
  const data = '数据“与”\ue000服务器\uf8ff';
  const words = traditional({
    one: (text: string) => `数据：${text}`,
    facts: ({rung, rate}: {rung: string; rate: string}) => `${rate} 到达${rung}`,
    list: (parts: readonly string[]) => `阶梯${parts.join('、')}`,
    twice: (text: string) => `${text}${text}`,
    optional: ({got}: {got?: string}) => `转到${got ? ` ${got}` : '其他网址'}，${got ?? ''}`,
  });

  it('stays as it is', () => {
    expect(words.one(data)).to.equal(`資料：${data}`);
    expect(words.facts({rung: data, rate: '12%'})).to.equal(`12% 到達${data}`);
    expect(words.list([data, '门'])).to.equal(`階梯${data}、门`);
    expect(words.twice(data)).to.equal(data + data);
  });

  it('may be absent or empty', () => {
    expect(words.optional({})).to.equal('轉到其他網址，');
    expect(words.optional({got: ''})).to.equal('轉到其他網址，');
    expect(words.optional({got: '这里'})).to.equal('轉到 这里，这里');
  });
});

describe('a chart in Taiwan', () => {
  it('is titled there', () => {
    expect(loyaltyLadder.title(localeOf('zh-TW'))).to.equal('忠誠階梯');
    expect(loyaltyLadder.title(localeOf('zh-CN'))).to.equal('忠诚阶梯');
  });
});
