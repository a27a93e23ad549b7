import { livesIn } from './lifecycle.ts';

livesIn('pnpm', 'en', ['pnpm', 'exec']);
