import {resetMouse, sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import {expect} from 'chai';
import {collectGarbage, emulateReader, emulateTimeZone} from './browser-commands.js';
import {engine, engineCan, type Ability} from './engine.js';
import {mount} from './fixture.js';

const forcesColours = (): boolean => matchMedia('(forced-colors: active)').matches;
const zone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Whether an ability is there, found out by using it; leaves the page as it was. */
const tries: Readonly<Record<Ability, () => Promise<boolean>>> = {
  async 'emulate-reader'() {
    await emulateReader({features: {'forced-colors': 'active'}});
    const isForced = forcesColours();
    await emulateReader();
    return isForced && !forcesColours();
  },
  async 'emulate-time-zone'() {
    const home = zone();
    await emulateTimeZone('Pacific/Kiritimati');
    const away = zone();
    await emulateTimeZone();
    return away === 'Pacific/Kiritimati' && zone() === home;
  },
  async 'collect-garbage'() {
    return (await collectGarbage()).heap > 0;
  },
  async 'narrow-page'() {
    const [width, height] = [innerWidth, innerHeight];
    const isNarrow = await setViewport({width: 320, height}).then(
      () => innerWidth === 320,
      () => false,
    );
    await setViewport({width, height});
    return isNarrow;
  },
};

describe(`the list of what ${engine} cannot do is right:`, () => {
  for (const [ability, canDo] of Object.entries(tries)) {
    const isListed = engineCan(ability as Ability);
    it(`${ability}: ${isListed ? 'yes' : 'no'}`, async () => {
      expect(await canDo().catch(() => false)).to.equal(isListed);
    });
  }
});

describe(`${engine} can`, () => {
  it('set the size of the page', async () => {
    const [width, height] = [innerWidth, innerHeight];
    await setViewport({width: 500, height: 400});
    expect([innerWidth, innerHeight]).to.deep.equal([500, 400]);
    await setViewport({width, height});
  });

  it('hold a key while another is pressed, and press the mouse', async () => {
    const heard: unknown[] = [];
    const box = mount(document.createElement('button'));
    box.addEventListener('keydown', ({key, shiftKey}) => heard.push(`${key} ${shiftKey}`));
    box.addEventListener('click', ({isTrusted}) => heard.push(`click ${isTrusted}`));
    const {left, top} = box.getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.ceil(left) + 2, Math.ceil(top) + 2]});
    box.focus();
    await sendKeys({down: 'Shift'});
    await sendKeys({press: 'End'});
    await sendKeys({up: 'Shift'});
    await sendKeys({press: 'a'});
    await resetMouse();
    expect(heard).to.deep.equal(['click true', 'Shift true', 'End true', 'a false']);
  });
});
