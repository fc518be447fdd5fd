import {expect} from 'chai';

describe('every test page', () => {
  it('refuses text as markup', async () => {
    const refused = violationOf('require-trusted-types-for');
    expect(() => (document.createElement('p').innerHTML = '<b>bold</b>')).to.throw(TypeError);
    await refused;
  });

  it('refuses a style attribute', async () => {
    const refused = violationOf('style-src-attr');
    document.createElement('p').setAttribute('style', 'color: red');
    await refused;
  });

  it('refuses text as the address of a script', async () => {
    const refused = violationOf('require-trusted-types-for');
    expect(() => (document.createElement('script').src = '/stranger.js')).to.throw(TypeError);
    await refused;
  });

  it('refuses a picture, for nothing was allowed', async () => {
    const refused = violationOf('img-src');
    new Image().src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    await refused;
  });
});

/** Resolves when the page has refused something under this directive; the event comes in a task of its own. */
function violationOf(directive: string): Promise<void> {
  return new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', function heard({effectiveDirective}) {
      if (effectiveDirective !== directive) return;
      document.removeEventListener('securitypolicyviolation', heard);
      resolve();
    });
  });
}
