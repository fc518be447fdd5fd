/** What is called otherwise in Taiwan, in pairs, longer ones first; then characters, each with one way to write it. */
const TERMS =
  '数据行 資料列 数据 資料 服务器 伺服器 加载 載入 登录 登入 保存 儲存 打印 列印 列表 清單 对象 物件 转化 轉換 绘制 繪製 复制 複製 贝叶斯 貝氏'.split(
    ' ',
  );
const SIMPLIFIED =
  '后并与两个为从价传体关内写净别动区变图处复头实宽层应开态户护择数断无时显来标没测浏潜点状独献现确离称级线结给继续网览计许论试诚该请读贡败赢转较达过进连选键闭间阶际随隐页须顾于伙码当暂异对稳组细检双单侧验报润损栏额评机带据会发仅适虚视总积种权“”';
const TRADITIONAL =
  '後並與兩個為從價傳體關內寫淨別動區變圖處複頭實寬層應開態戶護擇數斷無時顯來標沒測瀏潛點狀獨獻現確離稱級線結給繼續網覽計許論試誠該請讀貢敗贏轉較達過進連選鍵閉間階際隨隱頁須顧於夥碼當暫異對穩組細檢雙單側驗報潤損欄額評機帶據會發僅適虛視總積種權「」';

/**
 * Words of ours as written in Taiwan; what is filled into a sentence is data and stays as it is. The tables serve the
 * words of this package only: tests hold each result against one written by hand.
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

function rewritten(text: string): string {
  for (let index = 0; index < TERMS.length; index += 2) text = text.replaceAll(TERMS[index]!, TERMS[index + 1]!);
  return text.replace(/./gsu, (character) => TRADITIONAL[SIMPLIFIED.indexOf(character)] ?? character);
}
