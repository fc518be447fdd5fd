import {expect} from 'chai';

describe('every test page', () => {
  it('refuses text as markup', () => {
    expect(() => (document.createElement('p').innerHTML = '<b>bold</b>')).to.throw(TypeError, 'TrustedHTML');
  });

  it('refuses a style attribute', async () => {
    const directive = nextViolation();
    document.createElement('p').setAttribute('style', 'color: red');
    expect(await directive).to.equal('style-src-attr');
  });

  it('refuses an inline script', async () => {
    const directive = nextViolation();
    const script = document.createElement('script');
    script.append('window.stranger = true');
    document.body.append(script);
    expect(await directive).to.match(/^script-src-elem|require-trusted-types-for$/);
    expect(window).not.to.have.property('stranger');
  });
});

function nextViolation(): Promise<string> {
  return new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {once: true});
  });
}
