import { livesIn } from './lifecycle.ts';

livesIn('npm', 'zh-CN', ['npx']);
