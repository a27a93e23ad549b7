import fc from 'fast-check';

/** Properties try the same cases in every run, so that a change fails for its own faults. `PROPERTY_SEED=7` tries others. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['PROPERTY_SEED'] ?? 20261122) });
