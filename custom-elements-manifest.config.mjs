/** The manifest names files of the package, not of the sources: an embedder's tools read it from node_modules. */
const toDist = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

function remapPaths(value) {
  if (Array.isArray(value)) return value.map(remapPaths);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, isPath(key, inner) ? toDist(inner) : remapPaths(inner)]),
  );
}

const isPath = (key, value) => (key === 'path' || key === 'module') && typeof value === 'string';

const isPublic = ({privacy, name}) => privacy !== 'private' && privacy !== 'protected' && !name?.startsWith('#');

/** Lit's own fields and what an element keeps to itself would drown what a page may use. */
function keepPublic(declaration) {
  if (declaration.members) declaration.members = declaration.members.filter(isPublic);
}

export default {
  globs: ['src/charts/*/element.ts', 'src/charts/*/define.ts', 'src/chart/chart-element.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [
    {
      name: 'public-members-of-the-package',
      packageLinkPhase({customElementsManifest}) {
        customElementsManifest.modules.forEach(({declarations = []}) => declarations.forEach(keepPublic));
        customElementsManifest.modules = remapPaths(customElementsManifest.modules);
      },
    },
  ],
};
