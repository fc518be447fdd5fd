import type {DataIssue} from '../validation/data-issue.js';

type Words = Readonly<Record<string, (issue: DataIssue) => string>>;

const en: Words = {
  nothing_found: ({expected = '', got = ''}) => `no "${expected}" here; there is ${got}`,
  role_found: ({got = ''}) => `found ${got}`,
  role_missing: ({expected = '', got = ''}) => `found nothing; ${expected || 'the body'} has ${got || 'no keys'}`,
  entries_left_out: ({expected = '', got = ''}) => `${got} entries name no ${expected} and are left out`,
  too_much_data: () => 'more values than one reading takes (1,000,000): ask for fewer rows',
  unknown_role: ({got = ''}) => `the map names a role that this chart does not have: ${got}`,
  no_role: () => 'the map names no role',
  no_measure: () => 'the map names no measure, so there is nothing to count',
  wildcard_unbound: ({got = ''}) => `the measure does not bind this wildcard: ${got}`,
  wildcard_not_closed: () => 'a wildcard is opened by { and not closed by }',
  wildcard_not_opened: () => 'a wildcard is closed by } and was not opened by {',
  wildcard_not_named: () => 'a wildcard needs a name: {i}',
  wildcards_touch: () => 'two wildcards touch: put text between them',
  escape_unknown: () => '~ is followed by 0, 1, 2, 3 or 4',
  template_not_text: () => 'a template is text, a number, true or false, or a list of them',
  unknown_preset: ({got = ''}) => `no preset has this name: ${got}`,
  map_not_json: ({got = ''}) => `the map is not JSON: ${got}`,
  transform_failed: () => "the page's transform function failed",
  sign_in_page: () => 'got a web page, probably a sign-in: sign in to the site, then reload this page',
  broken_csv: () => 'the CSV is broken: a quote is not closed',
  still_computing: () => 'the server is still computing',
  backend_error: ({got = ''}) => `the server says: ${got}`,
  more_pages: () => 'this is one page of several: the numbers are not all there is',
};

const zhCN: Words = {
  nothing_found: ({expected = '', got = ''}) => `此处没有“${expected}”，只有 ${got}`,
  role_found: ({got = ''}) => `找到 ${got} 个值`,
  role_missing: ({expected = '', got = ''}) => `未找到值；${expected || '响应体'}中有：${got || '无任何键'}`,
  entries_left_out: ({expected = '', got = ''}) => `${got} 条缺少${expected}，未计入`,
  too_much_data: () => '数据超过一次读取的上限（1,000,000）：请减少数据行',
  unknown_role: ({got = ''}) => `映射中有此图表没有的角色：${got}`,
  no_role: () => '映射没有指定任何角色',
  no_measure: () => '映射没有指定度量，无从计数',
  wildcard_unbound: ({got = ''}) => `度量没有绑定此通配符：${got}`,
  wildcard_not_closed: () => '通配符以 { 开始，但没有以 } 结束',
  wildcard_not_opened: () => '通配符以 } 结束，但没有以 { 开始',
  wildcard_not_named: () => '通配符需要名称：{i}',
  wildcards_touch: () => '两个通配符相邻：请在其间加入文字',
  escape_unknown: () => '~ 之后须为 0、1、2、3 或 4',
  template_not_text: () => '模板须为文本、数字、true、false，或它们的列表',
  unknown_preset: ({got = ''}) => `没有此名称的预设：${got}`,
  map_not_json: ({got = ''}) => `映射不是 JSON：${got}`,
  transform_failed: () => '本页的 transform 函数执行失败',
  sign_in_page: () => '收到网页，可能需要登录：请先登录网站，再重新加载本页',
  broken_csv: () => 'CSV 有误：引号未闭合',
  still_computing: () => '服务器仍在计算',
  backend_error: ({got = ''}) => `服务器返回：${got}`,
  more_pages: () => '这只是多页中的一页，数字并不完整',
};

const zhTW: Words = {
  ...zhCN,
  nothing_found: ({expected = '', got = ''}) => `此處沒有「${expected}」，只有 ${got}`,
  role_found: ({got = ''}) => `找到 ${got} 個值`,
  role_missing: ({expected = '', got = ''}) => `未找到值；${expected || '回應本文'}中有：${got || '無任何鍵'}`,
  entries_left_out: ({expected = '', got = ''}) => `${got} 筆缺少${expected}，未計入`,
  too_much_data: () => '資料超過一次讀取的上限（1,000,000）：請減少資料列',
  unknown_role: ({got = ''}) => `對應中有此圖表沒有的角色：${got}`,
  no_role: () => '對應沒有指定任何角色',
  no_measure: () => '對應沒有指定度量，無從計數',
  wildcard_unbound: ({got = ''}) => `度量沒有綁定此萬用字元：${got}`,
  wildcard_not_closed: () => '萬用字元以 { 開始，但沒有以 } 結束',
  wildcard_not_opened: () => '萬用字元以 } 結束，但沒有以 { 開始',
  wildcard_not_named: () => '萬用字元需要名稱：{i}',
  wildcards_touch: () => '兩個萬用字元相鄰：請在其間加入文字',
  escape_unknown: () => '~ 之後須為 0、1、2、3 或 4',
  template_not_text: () => '範本須為文字、數字、true、false，或它們的列表',
  unknown_preset: ({got = ''}) => `沒有此名稱的預設：${got}`,
  map_not_json: ({got = ''}) => `對應不是 JSON：${got}`,
  transform_failed: () => '本頁的 transform 函式執行失敗',
  sign_in_page: () => '收到網頁，可能需要登入：請先登入網站，再重新載入本頁',
  broken_csv: () => 'CSV 有誤：引號未閉合',
  still_computing: () => '伺服器仍在計算',
  backend_error: ({got = ''}) => `伺服器回應：${got}`,
  more_pages: () => '這只是多頁中的一頁，數字並不完整',
};

const WORDS: Readonly<Record<string, Words>> = {en, 'zh-CN': zhCN, 'zh-TW': zhTW};

/** Sentences for the issues of a map, by code. */
export const mappingRules = (language: string): Words => WORDS[language] ?? en;
