/** What is called otherwise in Taiwan, where also rows and columns change their names; what stays so is named too. */
const TERMS = [
  '数据 資料,数据行 資料列,服务器 伺服器,加载 載入,登录 登入,返回 回傳,嵌套 巢狀,保存 儲存,打印 列印',
  '列表 清單,对象 物件,转化 轉換,贝叶斯 貝氏,视图 檢視,查看 檢視,重复 重複,复制 複製,复位 重設,绘制 繪製',
  '计划 計畫,概率 機率,方差 變異數,均值 平均數,双单侧 雙單尾,检验 檢定,系数 係數,单元格 儲存格,单个 個別',
  '客均 每客平均,回报 報酬,口径 基準,进行 進行,系列 系列,行 列,列 欄',
].join();
/** Characters, each with one way to write it among our words. */
const SIMPLIFIED =
  '“”与两个为义习于亏产亲仅从价伙会传体侧关内写净减几划别务动匀区单却双发变叶后周图壶处复头实宽对层属带并应开异当录径态总惯户护报择挚损据数断无时显暂机权来标栏检横没测浏润满潜点状独献现画确离种积称稳类级纵线组细结绘给继续网虚观视览计许论评试诚该说请读贝贡败赢跃转轴载较达过这进远连适选采钱键长闭间阵阶际随隐页顺须顾预额风验旧趋势难见';
const TRADITIONAL =
  '「」與兩個為義習於虧產親僅從價夥會傳體側關內寫淨減幾劃別務動勻區單卻雙發變葉後週圖壺處復頭實寬對層屬帶並應開異當錄徑態總慣戶護報擇摯損據數斷無時顯暫機權來標欄檢橫沒測瀏潤滿潛點狀獨獻現畫確離種積稱穩類級縱線組細結繪給繼續網虛觀視覽計許論評試誠該說請讀貝貢敗贏躍轉軸載較達過這進遠連適選採錢鍵長閉間陣階際隨隱頁順須顧預額風驗舊趨勢難見';

const TAIWAN = new Map<string, string>([
  ...SIMPLIFIED.split('').map((character, index) => [character, TRADITIONAL[index]!] as const),
  ...TERMS.split(',').map((pair) => pair.split(' ') as [string, string]),
]);
const LONGEST = 3;

/**
 * Words of ours as written in Taiwan; what is filled into a sentence is data and stays as it is. The tables serve the
 * words of this package only: tests look for what Taiwan does not write.
 */
export const traditional = <Words extends object>(words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([name, word]) => [name, inTraditional(word)])) as Words;

function inTraditional(word: unknown): unknown {
  if (typeof word === 'string') return rewritten(word);
  return typeof word === 'function' ? rewriting(word as Sentence) : traditional(word as object);
}

type Sentence = (...values: unknown[]) => string;

/** A sentence is worded with a mark for every text that it is given, rewritten, and only then filled in. */
const rewriting =
  (sentence: Sentence): Sentence =>
  (...values) => {
    const texts: string[] = [];
    const worded = sentence(...values.map((value) => withMarks(value, texts)));
    return rewritten(worded).replace(MARK, (mark) => texts[mark.charCodeAt(0) - FIRST_MARK]!);
  };

const FIRST_MARK = 0xe000;
/** Characters for private use, which none of our words has. */
const MARK = /[\ue000-\uf8ff]/g;

function withMarks(value: unknown, texts: string[]): unknown {
  if (typeof value === 'string' && value) return String.fromCharCode(FIRST_MARK + texts.push(value) - 1);
  if (Array.isArray(value)) return value.map((item) => withMarks(item, texts));
  if (typeof value !== 'object' || !value) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withMarks(field, texts)]));
}

/** The longest term at a place counts; one that is rewritten is not read again. */
function rewritten(text: string): string {
  let made = '';
  for (let at = 0; at < text.length;) {
    let length = LONGEST;
    while (length > 1 && !TAIWAN.has(text.slice(at, at + length))) length--;
    const term = text.slice(at, at + length);
    made += TAIWAN.get(term) ?? term;
    at += length;
  }
  return made;
}
