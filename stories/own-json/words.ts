/** Words of the page on which a response is pasted. */
export interface PageWords {
  readonly response: string;
  readonly responseHint: string;
  readonly chart: string;
  readonly preset: string;
  readonly noPreset: string;
  readonly map: string;
  readonly mapHint: string;
  readonly found: string;
  readonly columns: readonly [role: string, template: string, found: string, reached: string, keys: string];
  readonly rows: (count: number, shown: number) => string;
  readonly issues: string;
  readonly drawn: string;
  readonly tag: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
}

const en: PageWords = {
  response: 'Response of your backend',
  responseHint: 'Paste it here: JSON, one JSON value a line, CSV. It stays in this page.',
  chart: 'Chart',
  preset: 'Preset',
  noPreset: 'none',
  map: 'Map',
  mapHint: 'Role → place. {i} is any key or index; #name is a column of a preset.',
  found: 'What the map found',
  columns: ['Role', 'Template', 'Values', 'Leads as far as', 'Keys there'],
  rows: (count, shown) => (count > shown ? `Rows: ${count}, the first ${shown}` : `Rows: ${count}`),
  issues: 'What is wrong',
  drawn: 'The chart',
  tag: 'The finished tag',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Not copied: select the text',
};

const zhCN: PageWords = {
  response: '后端的响应',
  responseHint: '粘贴到这里：JSON、每行一个 JSON 值，或 CSV。内容只留在本页。',
  chart: '图表',
  preset: '预设',
  noPreset: '无',
  map: '映射',
  mapHint: '角色 → 位置。{i} 是任意键或序号；#name 是预设中的列。',
  found: '映射找到了什么',
  columns: ['角色', '模板', '值', '到达的位置', '那里的键'],
  rows: (count, shown) => (count > shown ? `共 ${count} 行，显示前 ${shown} 行` : `共 ${count} 行`),
  issues: '问题',
  drawn: '图表',
  tag: '完成的标签',
  copy: '复制',
  copied: '已复制',
  notCopied: '未能复制：请选中文字',
};

export const pageWords = (language: string): PageWords => (language.startsWith('zh') ? zhCN : en);
