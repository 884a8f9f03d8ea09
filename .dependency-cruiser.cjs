/** The one-way streets of the house (docs/architecture.md). */
const room = (name) => `^packages/${name}/src`;
const only = (from, ...allowed) => ({
  name: `${from}-imports-only-${allowed.join('-and-') || 'itself'}`,
  severity: 'error',
  from: { path: room(from) },
  to: { path: '^packages/', pathNot: [from, ...allowed].map((name) => `^packages/${name}/`) },
});

module.exports = {
  forbidden: [
    only('event-sourcing'),
    only('core', 'event-sourcing'),
    only('store-sqlite', 'event-sourcing'),
    only('store-eventstoredb', 'event-sourcing'),
    only('competency-history', 'core', 'event-sourcing'),
    only('program-effectiveness', 'core', 'event-sourcing'),
    {
      name: 'packages-know-no-examples',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(examples|test)/' },
    },
    {
      name: 'kernel-and-core-run-in-a-browser',
      comment: 'No Node module; test files are not shipped.',
      severity: 'error',
      from: {
        path: '^packages/(event-sourcing|core|competency-history|program-effectiveness)/src',
        pathNot: '^packages/event-sourcing/src/workers/',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'threads-stay-behind-their-subpath',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: '^packages/event-sourcing/src/workers/' },
      to: { path: '^packages/event-sourcing/src/workers/' },
    },
    {
      name: 'test-kit-stays-out-of-the-product',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: '/testing/' },
      to: { path: 'node_modules/(vitest|fast-check)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(packages|examples)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  },
};
