interface ScriptPolicy {
  readonly createScript: (text: string) => string;
}
interface TrustedTypes {
  readonly createPolicy: (name: string, policy: ScriptPolicy) => ScriptPolicy;
}

/** Chromium asks for a trusted text even in a script that is data; a parser, which writes it in real pages, has it. */
const policy = (globalThis as unknown as {readonly trustedTypes: TrustedTypes}).trustedTypes.createPolicy(
  'data-of-tests',
  {createScript: (text) => text},
);

/** JSON as a static page gives it: text in a script that never runs. */
export function inlineJson(text: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = policy.createScript(text);
  return script;
}
