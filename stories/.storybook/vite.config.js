import {defineConfig} from 'vite';
import {packageNames} from '../../package-names.mjs';

export default defineConfig({
  resolve: {alias: packageNames},
  // Found late they would be bundled twice, and Lit warns of its second copy.
  optimizeDeps: {
    include: ['lit', 'lit/decorators.js', 'lit/directives/class-map.js', 'lit/directives/if-defined.js', 'zod/mini'],
  },
});
