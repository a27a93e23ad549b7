import type { InterfaceLanguage } from '../../src/model/index.ts';
import type { ExampleKind, Hook, Pipeline } from './choices.ts';

/** What `init` says to people. */
export interface InitWords {
	readonly written: string;
	readonly added: string;
	readonly kept: string;
	readonly documents: (count: number) => string;
	readonly wouldWrite: string;
	readonly wouldAdd: string;
	readonly dryRun: string;
	readonly nothing: string;
	readonly byHand: string;
	readonly addTo: (path: string) => string;
	readonly next: string;
	readonly lefthook: string;
	readonly husky: string;
	readonly present: (count: number, folder: string) => string;
	readonly beside: (count: number, folder: string, docs: string) => string;
	readonly findings: (errors: number, warnings: number) => string;
	readonly otherFolder: (docs: string) => string;
	readonly noRepository: string;
	readonly sharedHooks: (folder: string, line: string) => string;
	readonly guessedPipeline: string;
	readonly distTaken: (command: string) => string;
	readonly unreachable: (spec: string) => string;
	readonly install: (command: string) => string;
	readonly nextCheck: string;
	readonly nextDev: string;
	readonly nextNew: string;
	readonly newTitle: string;
	readonly ask: AskWords;
}

export interface AskWords {
	readonly docs: string;
	readonly docsWrong: string;
	readonly kinds: string;
	readonly kind: Readonly<Record<ExampleKind, string>>;
	readonly hook: string;
	readonly hookHint: Readonly<Record<Hook, string>>;
	readonly pipelines: string;
	readonly pipeline: Readonly<Record<Pipeline, string>>;
	readonly editor: string;
	readonly write: (count: number) => string;
	readonly yes: string;
	readonly no: string;
	readonly cancelled: string;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const en: InitWords = {
	written: 'written',
	added: 'added to',
	kept: 'kept',
	documents: (count) => counted(count, 'document'),
	wouldWrite: 'would write',
	wouldAdd: 'would add to',
	dryRun: 'Nothing was written: this is what would be.',
	nothing: 'Everything is there already; nothing was changed.',
	byHand: 'By hand (these files are yours and were not touched):',
	addTo: (path) => `in ${path}, add`,
	next: 'Next:',
	lefthook: 'Let lefthook take the hook in: lefthook install',
	husky: 'Husky runs the hook once it is set up itself: npx husky',
	present: (count, folder) =>
		`${folder} holds ${counted(count, 'Markdown file')} already. Nothing in them was changed; each becomes a page, a kind is added by \`kind:\` in its frontmatter.`,
	beside: (count, folder, docs) =>
		`${folder}/ holds ${counted(count, 'Markdown file')} of your own and was left alone; the knowledge base is in ${docs}/. To have them in it too, put sources: [{name: ${docs}, path: ${docs}}, {name: ${folder}, path: ${folder}}] in the place of docs: in mainstay.yaml.`,
	findings: (errors, warnings) =>
		errors + warnings === 0
			? 'The check finds nothing wrong in them.'
			: `The check finds ${counted(errors, 'error')} and ${counted(warnings, 'warning')} in them. The hook and pull requests look at changed files only; the check of everything fails until they are mended: mainstay check --fix mends what is safe.`,
	otherFolder: (docs) =>
		`mainstay.yaml is there already and names ${docs} as the folder of the documents; --dir changes nothing.`,
	noRepository:
		'This folder is in no git repository, so there is no hook: after git init, run mainstay init again.',
	sharedHooks: (folder, line) =>
		`git takes hooks from ${folder}, which serves other repositories as well, so none was written. The line to add there: ${line}`,
	guessedPipeline:
		'Nothing here says which platform runs the pipelines; these are for GitHub. For others: --ci gitlab,gitea',
	distTaken: (command) => `dist/ holds files of something else; build into another folder: ${command}`,
	unreachable: (spec) =>
		`package.json takes Mainstay from ${spec}: that lies outside the repository, where a pipeline does not find it. Put the file into the repository, or use a registry of your own.`,
	install: (command) =>
		`Name Mainstay in package.json; that is where the pipelines install it from: ${command} (or the address that you have it from; what the public npm registry has under the name is another project).`,
	nextCheck: 'find every problem',
	nextDev: 'see the site while you write',
	nextNew: 'begin a document of your own',
	newTitle: 'Invoice cannot be posted',
	ask: {
		docs: 'Folder of the documents',
		docsWrong: 'A folder inside this one, such as docs',
		kinds: 'Examples of which kinds? (arrows, space, enter)',
		kind: {
			process: 'Process (who does what, drawn as lanes)',
			runbook: 'Runbook (what to do when it breaks)',
			'system-log': 'System log (what was done to the system)',
			'dev-note': 'Development note (why the standard was changed)',
		},
		hook: 'Check before every commit?',
		hookHint: {
			git: 'a git hook, for this clone',
			lefthook: 'through lefthook',
			husky: 'through husky',
			none: 'no hook',
		},
		pipelines: 'Pipelines for which platforms? (space, enter)',
		pipeline: { github: 'GitHub', gitlab: 'GitLab', gitea: 'Gitea or Forgejo' },
		editor: 'Settings for editors (snippets, .editorconfig)?',
		write: (count) => `Write ${counted(count, 'file')}?`,
		yes: 'Yes',
		no: 'No',
		cancelled: 'Cancelled; nothing was written.',
	},
};

const zhCN: InitWords = {
	written: '已写入',
	added: '已追加',
	kept: '保留',
	documents: (count) => `${count} 篇文档`,
	wouldWrite: '将写入',
	wouldAdd: '将追加',
	dryRun: '没有写入任何文件，以上是将要写入的内容。',
	nothing: '所需的都已经有了，没有改动任何文件。',
	byHand: '请手工添加（这些文件是您自己的，没有改动）：',
	addTo: (path) => `在 ${path} 中加入`,
	next: '接下来：',
	lefthook: '让 lefthook 启用钩子：lefthook install',
	husky: 'husky 自身装好之后才会运行钩子：npx husky',
	present: (count, folder) =>
		`${folder} 里已有 ${count} 个 Markdown 文件，内容没有改动；每个文件都会成为一页，在文件头写上 \`kind:\` 即可指定类型。`,
	beside: (count, folder, docs) =>
		`${folder}/ 里已有 ${count} 个您自己的 Markdown 文件，没有动它们；知识库放在 ${docs}/。想把它们也纳入知识库，就在 mainstay.yaml 中把 docs 一项换成 sources: [{name: ${docs}, path: ${docs}}, {name: ${folder}, path: ${folder}}]。`,
	findings: (errors, warnings) =>
		errors + warnings === 0
			? '检查没有在其中发现问题。'
			: `检查在其中发现 ${errors} 个错误、${warnings} 个警告。钩子和合并请求只看改动的文件；全部检查要等它们修好才会通过：mainstay check --fix 会修复可以安全修复的。`,
	otherFolder: (docs) => `mainstay.yaml 已经存在，其中的文档目录是 ${docs}；--dir 没有作用。`,
	noRepository: '这个目录不在 git 仓库里，所以没有写钩子：git init 之后再运行一次 mainstay init。',
	sharedHooks: (folder, line) =>
		`git 从 ${folder} 读取钩子，那里也服务于其他仓库，所以没有写入。需要在那里加入的一行：${line}`,
	guessedPipeline: '看不出流水线在哪个平台运行，这里写的是 GitHub 的；其他平台：--ci gitlab,gitea',
	distTaken: (command) => `dist/ 里是别的程序的文件，请构建到其他目录：${command}`,
	unreachable: (spec) =>
		`package.json 从 ${spec} 取得 Mainstay：它在仓库之外，流水线找不到。请把文件放进仓库，或使用自己的私有仓库。`,
	install: (command) =>
		`把 Mainstay 写进 package.json，流水线由此安装它：${command}（或您取得它的地址；公共 npm 仓库里同名的包是另一个项目）。`,
	nextCheck: '找出所有问题',
	nextDev: '边写边看站点',
	nextNew: '开始写自己的文档',
	newTitle: '发票无法过账',
	ask: {
		docs: '文档放在哪个目录',
		docsWrong: '请填当前目录之内的目录，例如 docs',
		kinds: '要哪些类型的示例？（方向键移动，空格选择，回车确认）',
		kind: {
			process: '流程文档（谁做什么，画成泳道图）',
			runbook: '运行手册（出故障时怎么办）',
			'system-log': '系统日志（对系统做过什么）',
			'dev-note': '二次开发文档（为什么改标准功能）',
		},
		hook: '每次提交前检查吗？',
		hookHint: {
			git: 'git 钩子，只在这个克隆里生效',
			lefthook: '通过 lefthook',
			husky: '通过 husky',
			none: '不要钩子',
		},
		pipelines: '为哪些平台写流水线？（空格选择，回车确认）',
		pipeline: { github: 'GitHub', gitlab: 'GitLab（含极狐）', gitea: 'Gitea 或 Forgejo' },
		editor: '写入编辑器设置吗（代码片段、.editorconfig）？',
		write: (count) => `写入 ${count} 个文件？`,
		yes: '是',
		no: '否',
		cancelled: '已取消，没有写入任何文件。',
	},
};

const zhTW: InitWords = {
	written: '已寫入',
	added: '已附加',
	kept: '保留',
	documents: (count) => `${count} 篇文件`,
	wouldWrite: '將寫入',
	wouldAdd: '將附加',
	dryRun: '沒有寫入任何檔案，以上是將要寫入的內容。',
	nothing: '所需的都已經有了，沒有更動任何檔案。',
	byHand: '請手動加入（這些檔案是您自己的，沒有更動）：',
	addTo: (path) => `在 ${path} 中加入`,
	next: '接下來：',
	lefthook: '讓 lefthook 啟用掛鉤：lefthook install',
	husky: 'husky 本身裝好之後才會執行掛鉤：npx husky',
	present: (count, folder) =>
		`${folder} 裡已有 ${count} 個 Markdown 檔案，內容沒有更動；每個檔案都會成為一頁，在檔頭寫上 \`kind:\` 即可指定類型。`,
	beside: (count, folder, docs) =>
		`${folder}/ 裡已有 ${count} 個您自己的 Markdown 檔案，沒有動它們；知識庫放在 ${docs}/。想把它們也納入知識庫，就在 mainstay.yaml 中把 docs 一項換成 sources: [{name: ${docs}, path: ${docs}}, {name: ${folder}, path: ${folder}}]。`,
	findings: (errors, warnings) =>
		errors + warnings === 0
			? '檢查沒有在其中發現問題。'
			: `檢查在其中發現 ${errors} 個錯誤、${warnings} 個警告。掛鉤和合併請求只看更動的檔案；全部檢查要等它們修好才會通過：mainstay check --fix 會修復可以安全修復的。`,
	otherFolder: (docs) => `mainstay.yaml 已經存在，其中的文件資料夾是 ${docs}；--dir 沒有作用。`,
	noRepository: '這個資料夾不在 git 儲存庫裡，所以沒有寫掛鉤：git init 之後再執行一次 mainstay init。',
	sharedHooks: (folder, line) =>
		`git 從 ${folder} 讀取掛鉤，那裡也服務其他儲存庫，所以沒有寫入。需要在那裡加入的一行：${line}`,
	guessedPipeline: '看不出管線在哪個平台執行，這裡寫的是 GitHub 的；其他平台：--ci gitlab,gitea',
	distTaken: (command) => `dist/ 裡是別的程式的檔案，請建置到其他資料夾：${command}`,
	unreachable: (spec) =>
		`package.json 從 ${spec} 取得 Mainstay：它在儲存庫之外，管線找不到。請把檔案放進儲存庫，或使用自己的私有登錄庫。`,
	install: (command) =>
		`把 Mainstay 寫進 package.json，管線由此安裝它：${command}（或您取得它的位址；公共 npm 登錄庫裡同名的套件是另一個專案）。`,
	nextCheck: '找出所有問題',
	nextDev: '邊寫邊看網站',
	nextNew: '開始寫自己的文件',
	newTitle: '發票無法過帳',
	ask: {
		docs: '文件放在哪個資料夾',
		docsWrong: '請填目前資料夾之內的資料夾，例如 docs',
		kinds: '要哪些類型的範例？（方向鍵移動，空白鍵選取，Enter 確認）',
		kind: {
			process: '流程文件（誰做什麼，畫成泳道圖）',
			runbook: '運行手冊（出狀況時怎麼辦）',
			'system-log': '系統日誌（對系統做過什麼）',
			'dev-note': '客製開發文件（為什麼改標準功能）',
		},
		hook: '每次提交前檢查嗎？',
		hookHint: {
			git: 'git 掛鉤，只在這個複本裡生效',
			lefthook: '透過 lefthook',
			husky: '透過 husky',
			none: '不要掛鉤',
		},
		pipelines: '為哪些平台寫管線？（空白鍵選取，Enter 確認）',
		pipeline: { github: 'GitHub', gitlab: 'GitLab', gitea: 'Gitea 或 Forgejo' },
		editor: '寫入編輯器設定嗎（程式碼片段、.editorconfig）？',
		write: (count) => `寫入 ${count} 個檔案？`,
		yes: '是',
		no: '否',
		cancelled: '已取消，沒有寫入任何檔案。',
	},
};

export const INIT_WORDS: Readonly<Record<InterfaceLanguage, InitWords>> = {
	en,
	'zh-CN': zhCN,
	'zh-TW': zhTW,
};
