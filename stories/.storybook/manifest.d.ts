/** Written by `npm run manifest`; types are checked before it is there. */
declare module '*/dist/custom-elements.json' {
  const manifest: unknown;
  export default manifest;
}
