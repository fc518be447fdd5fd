/** The strictest page an embedder may have: every test page is served like it. */
import {randomBytes} from 'node:crypto';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
];

/**
 * Middleware of the test server. The runner puts two scripts of its own into the page; a nonce lets these two in and no
 * other.
 */
export function strictPages() {
  return async (context, next) => {
    await next();
    if (context.path !== '/' || typeof context.body !== 'string') return;
    const nonce = randomBytes(16).toString('base64');
    context.body = context.body.replaceAll('<script', `<script nonce="${nonce}"`);
    context.set('content-security-policy', POLICY.join('; ').replace("script-src 'self'", `$& 'nonce-${nonce}'`));
  };
}
