import { addCopyButtons, wireCopyLink } from './copy.ts';
import { markDue } from './due.ts';
import { wireMenus } from './menus.ts';
import { wireTheme } from './theme-toggle.ts';
import { followToc } from './toc.ts';

wireTheme();
wireMenus();
wireCopyLink();
addCopyButtons();
followToc();
markDue();
