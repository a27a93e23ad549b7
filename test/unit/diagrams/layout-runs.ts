/**
 * How much chance the layout tests take. The seed is fixed because a run must not take longer one day than the
 * other. To search further: `LAYOUT_RUNS=100 LAYOUT_SEED=7 npx vitest run --project unit test/unit/diagrams/layout`
 * (a hundred times the processes, others than usual).
 */
export const LAYOUT_RUNS = Number(process.env['LAYOUT_RUNS'] ?? 1);
export const LAYOUT_SEED = Number(process.env['LAYOUT_SEED'] ?? 20);
/** For a test that takes a few seconds with the usual runs, ms. */
export const LAYOUT_TIMEOUT = 120_000 * LAYOUT_RUNS;
