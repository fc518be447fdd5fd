import type {ChartUnderTest} from './subjects.js';

/** The toolbar's actions in its order. */
const ACTIONS = ['copyImage', 'copyTable', 'copySentence', 'saveSvg', 'savePng', 'saveCsv', 'print'] as const;
type Action = (typeof ACTIONS)[number];

/** Presses a button of the toolbar as a reader does. */
async function press(element: ChartUnderTest, action: Action): Promise<void> {
  const root = element.shadowRoot!;
  if (!root.querySelector('[part=action]')) {
    root.querySelector<HTMLElement>('[part=menu-switch]')?.click();
    await element.updateComplete;
  }
  [...root.querySelectorAll<HTMLElement>('[part=action]')][ACTIONS.indexOf(action)]?.click();
}

/** What an element would put on the clipboard, by media type; empty where it offers no such button. */
export async function copiedBy(element: ChartUnderTest, action: Action): Promise<ReadonlyMap<string, string>> {
  const copied = new Map<string, string>();
  const {clipboard} = navigator;
  const taken = new Promise<void>((resolve, reject) => {
    const write = async ([item]: ClipboardItem[]): Promise<void> => {
      for (const type of item?.types ?? []) copied.set(type, await (await item!.getType(type)).text());
      resolve();
    };
    Object.defineProperty(clipboard, 'write', {
      configurable: true,
      value: (items: ClipboardItem[]) => write(items).catch(reject),
    });
  });
  try {
    await press(element, action);
    if (element.shadowRoot?.querySelector('[part=action]')) await taken;
    // Closing the menu takes its message away.
    element.shadowRoot?.querySelector<HTMLElement>('[part=menu-switch][aria-expanded=true]')?.click();
    await element.updateComplete;
  } finally {
    Reflect.deleteProperty(clipboard, 'write');
  }
  return copied;
}
