/**
 * What a UserError and its hint say, in simplified Chinese, by their English template; the one in use at Taiwan is
 * derived. Commands and addresses stand in both as they are typed, so those that are nothing else have no line here.
 */
export const USER_ERROR_WORDS: Readonly<Record<string, string>> = {
	// Options and arguments
	'Unknown option {0}.': '没有 {0} 这个选项。',
	'Unknown command {0}.': '没有 {0} 这个命令。',
	'Did you mean --{0}?': '是否想写 --{0}？',
	'Did you mean --{0} {1}?': '是否想写 --{0} {1}？',
	'Did you mean {0}?': '是否想写 {0}？',
	'Did you mean {0}{1}?': '是否想写 {0}{1}？',
	'Did you mean bpmn {0}?': '是否想写 bpmn {0}？',
	' Did you mean {0}?': '是否想写 {0}？',
	' ({0})': '（{0}）',
	'See: mainstay --help': '参见：mainstay --help',
	'See: mainstay {0} --help': '参见：mainstay {0} --help',
	'See: mainstay log --help': '参见：mainstay log --help',
	'See: mainstay explain': '参见：mainstay explain',
	'The option --{0} needs a value.': '选项 --{0} 需要一个值。',
	'The option --{0} takes no value.': '选项 --{0} 不带值。',
	'Write --{0} or leave it out.': '请写 --{0}，或者不写。',
	'--{0} cannot be “{1}”.': '--{0} 不能是“{1}”。',
	'Use one of: {0}.{1}': '可用：{0}。{1}',
	'Use none, or some of: {0}.{1}': '请写 none，或从中选择：{0}。{1}',
	'Unexpected argument “{0}”.': '多余的参数“{0}”。',
	'An argument is missing.': '缺少参数。',
	'An argument is empty.': '有一个参数是空的。',
	'Usage: mainstay {0} {1}': '用法：mainstay {0} {1}',
	'Usage: mainstay search <query>': '用法：mainstay search <问题>',
	'--{0} must be a whole number from {1} to {2}, not “{3}”.': '--{0} 必须是 {1} 到 {2} 的整数，不能是“{3}”。',
	'{0} must be a day such as 2026-11-22, not “{1}”.': '{0} 必须是 2026-11-22 这样的日期，不能是“{1}”。',
	'{0} must be a path such as /kb/, not “{1}”.': '{0} 必须是 /kb/ 这样的路径，不能是“{1}”。',
	'{0} must be an http or https address, not “{1}”.': '{0} 必须是 http 或 https 地址，不能是“{1}”。',
	'--site must be an http or https address, not “{0}”.': '--site 必须是 http 或 https 地址，不能是“{0}”。',
	'For example: https://kb.example.com': '例如：https://kb.example.com',
	'For example: --site https://kb.example.com/': '例如：--site https://kb.example.com/',
	'For example: --dir docs': '例如：--dir docs',
	'The option --dry-run needs --fix.': '选项 --dry-run 要与 --fix 同用。',
	'Use --fix or --watch, not both.': '--fix 与 --watch 只能用一个。',
	'Files that are being edited are not mended.': '正在编辑的文件不会自动修复。',
	'--group must be 1 to 8 letters or digits, not “{0}”.': '--group 必须是 1 到 8 个字母或数字，不能是“{0}”。',
	'--dir must be a folder inside the project, not “{0}”.': '--dir 必须是项目内的目录，不能是“{0}”。',

	// The machine
	'The disk is full. Free some space and run again; what was published before is untouched.':
		'磁盘已满。请腾出空间后重新运行；之前发布的内容没有改动。',
	'The disk quota is used up. Free some space and run again; what was published before is untouched.':
		'磁盘配额已用完。请腾出空间后重新运行；之前发布的内容没有改动。',
	'Check the permissions of that path.': '请检查该路径的权限。',
	'That file system is read-only; choose another output folder.': '该文件系统是只读的，请换一个输出目录。',
	'Too many open files; raise the limit (ulimit -n) and run again.':
		'打开的文件过多，请调高上限（ulimit -n）后重新运行。',
	'A part of that path is a file, not a folder.': '该路径中有一段是文件，不是目录。',
	'Port {0} is in use.': '端口 {0} 已被占用。',
	'Port {0} is already in use.': '端口 {0} 已被占用。',
	'Port {0} needs more rights.': '使用端口 {0} 需要更高的权限。',
	'{0} is not an address of this machine.': '{0} 不是本机地址。',
	'Cannot listen on {0}:{1}.': '无法监听 {0}:{1}。',
	'Check --host and --port.': '请检查 --host 和 --port。',
	'Choose another with --port; 0 lets the system pick.': '请用 --port 换一个；0 由系统选择。',
	'Choose another one with --port, or 0 for any free port.': '请用 --port 换一个；0 表示任意空闲端口。',

	// Folders and files
	'Name the folder of the knowledge base.': '请指明知识库的目录。',
	'Name the folder of the knowledge base, set `docs` in mainstay.yaml, or start one here: mainstay init.':
		'请指明知识库的目录，或在 mainstay.yaml 中设置 `docs`，或在这里新建一个：mainstay init。',
	'No documents (.md, .mdx) found in {0}.': '在 {0} 中没有找到文档（.md、.mdx）。',
	'There is no folder {0}.': '没有 {0} 这个目录。',
	'Make it first, or check the path.': '请先创建，或检查路径。',
	'{0} is a file.': '{0} 是一个文件。',
	'{0} is a folder.': '{0} 是一个目录。',
	'{0} is no folder.': '{0} 不是目录。',
	'Name a folder.': '请写一个目录。',
	'There is no file {0}.': '没有 {0} 这个文件。',
	'There is no {0}.': '没有 {0}。',
	'Check the path.': '请检查路径。',
	'{0} exists already.': '{0} 已存在。',
	'Choose another title.': '请换一个标题。',
	'Choose another --out or --title.': '请换一个 --out 或 --title。',
	'Rename that file, or print with --stdout.': '请给那个文件改名，或用 --stdout 输出。',
	'Nothing is overwritten: choose another name.': '不会覆盖已有文件，请换一个名称。',
	'Run the command again.': '请再运行一次该命令。',
	'{0} was changed while it was being checked.': '{0} 在检查过程中被改动。',
	'Resolve it first.': '请先解决冲突。',
	'{0} has an unresolved merge conflict.': '{0} 中有未解决的合并冲突。',
	'{0} holds no built site.': '{0} 中没有构建好的站点。',
	'Build it first: mainstay build': '请先构建：mainstay build',
	'Build the site first.': '请先构建站点。',
	'{0} has no search index that can be read.': '{0} 中没有可读取的搜索索引。',
	'Another build of this project is running (process {0}).': '此项目正在进行另一次构建（进程 {0}）。',
	'Wait for it to end; if it is not a Mainstay build, delete {0}.':
		'请等它结束；如果它不是 Mainstay 的构建，请删除 {0}。',
	'Another build of this project is just starting.': '此项目的另一次构建刚刚开始。',
	'Try again.': '请再试一次。',
	'The output folder {0} overlaps {1}.': '输出目录 {0} 与 {1} 重叠。',
	'Choose another --out: it is replaced as a whole on every build.':
		'请换一个 --out：每次构建都会整体替换该目录。',
	'{0} holds files that Mainstay did not write.': '{0} 中有不是 Mainstay 写入的文件。',
	'Choose another --out, or empty that folder yourself.': '请换一个 --out，或自行清空该目录。',
	'A trusted .mdx file uses <{0}> without importing it.':
		'一个受信任的 .mdx 文件使用了 <{0}>，却没有导入它。',
	'Import it in that file; the built-in blocks are for .mdx files that mdx.trusted does not name.':
		'请在该文件中导入它；内置的块只供 mdx.trusted 没有列出的 .mdx 文件使用。',

	// Documents
	'There is no code {0}.': '没有 {0} 这个代码。',
	'There is no kind “{0}”.': '没有“{0}”这种类型。',
	'Kinds: {0}.{1}': '类型：{0}。{1}',
	'There is no module “{0}”.': '没有“{0}”这个模块。',
	'Known: {0}': '已有：{0}',
	'There is no “log {0}”.': '没有“log {0}”这个命令。',
	'Use: mainstay log new': '请用：mainstay log new',
	'--from {0} needs an id.': '--from {0} 后面需要一个编号。',
	'There is no {0} “{1}”.': '没有编号为“{1}”的 {0} 文档。',
	'runbook or process': 'runbook 或 process',
	'A log of type {0} also needs: {1}.': '{0} 类日志还需要：{1}。',
	'Give {0}.': '请给出 {0}。',
	'Whoever did it cannot approve it.': '执行人不能批准自己执行的操作。',
	'Give another --approved-by.': '请换一个 --approved-by。',
	'--step names a step of a process.': '--step 指的是流程中的步骤。',
	'Use: --from process PR-… --step …': '请用：--from process PR-… --step …',
	'{0} has no step “{1}”.': '{0} 中没有“{1}”这个步骤。',
	'--downtime must be a number of minutes, not “{0}”.': '--downtime 必须是分钟数，不能是“{0}”。',
	'mainstay.yaml does not know “{0}”.': 'mainstay.yaml 中没有“{0}”。',
	'For --{0} it knows: {1}.': '--{0} 可用：{1}。',
	'There is nothing to search for.': '没有写要搜索的内容。',
	'The site has no documents in “{0}”.': '站点中没有“{0}”语言的文档。',
	'{0} and {1} are two releases.': '{0} 和 {1} 是两个版本。',
	'Ask for one at a time.': '请一次只问一个。',

	// BPMN
	'bpmn cannot “{0}”.': 'bpmn 没有“{0}”这个操作。',
	'Use: mainstay bpmn export <id>, or mainstay bpmn import <file>.':
		'请用：mainstay bpmn export <编号>，或 mainstay bpmn import <文件>。',
	'There is no process {0}.': '没有 {0} 这个流程。',
	'{0} is a {1}, not a process.': '{0} 的类型是 {1}，不是流程。',
	'See the ids in your process documents.': '请查看流程文档中的编号。',
	'{0} has no steps to export.': '{0} 没有可以导出的步骤。',
	'Name a process of level 3 or 4.': '请指定第 3 或第 4 级的流程。',
	'{0} does not exist in “{1}”.': '{0} 没有“{1}”语言的版本。',
	'{0} is larger than 32 MB.': '{0} 超过 32 MB。',
	'{0} is not in the encoding that it declares.': '{0} 的实际编码与其声明不符。',
	'Save it as UTF-8 and import it again.': '请另存为 UTF-8 后重新导入。',
	'--out must be a Markdown file (.md), not “{0}”.': '--out 必须是 Markdown 文件（.md），不能是“{0}”。',
	'The roles of mainstay.yaml are not written one per line, so none were added.':
		'mainstay.yaml 中的 roles 不是一行一个，因此没有补入任何角色。',
	'Import without --add-roles, and add them by hand.': '请不加 --add-roles 导入，再手工补入。',
	'--id must be like PR-GEN-0001, not “{0}”.': '--id 的形式应为 PR-GEN-0001，不能是“{0}”。',
	'Choose another --id, or leave it out.': '请换一个 --id，或者不写。',
	'Choose its parent.': '请改用它的上级。',
	'{0} has level 4; nothing lies below it.': '{0} 是第 4 级，下面不能再有流程。',
	'--role must be like "Lane=key", not “{0}”.': '--role 的形式应为 "泳道=键"，不能是“{0}”。',
	'{0}: “{1}” is not among the roles of mainstay.yaml.': '{0}：mainstay.yaml 的 roles 中没有“{1}”。',
	'Roles: {0}.': '角色：{0}。',

	// Moving and removing
	'{0} cannot be written ({1}).': '{0} 无法写入（{1}）。',
	'A file is replaced as a whole, so its folder must be writable, too: check the permissions of {0}.':
		'文件是整体替换的，因此所在目录也必须可写：请检查 {0} 的权限。',
	'{0} cannot be moved to {1} ({2}).': '{0} 无法移动到 {1}（{2}）。',
	'Check the permissions of both folders; nothing was moved.': '请检查两个目录的权限；没有移动任何内容。',
	'{0} cannot be removed ({1}).': '{0} 无法删除（{1}）。',
	'Check the permissions of its folder.': '请检查所在目录的权限。',
	'{0} lies there already.': '{0} 已经在那里。',
	'{0} cannot be moved into itself.': '{0} 不能移动到自身之内。',
	'Name another place.': '请换一个位置。',
	'{0} is a symbolic link.': '{0} 是符号链接。',
	'Links are not followed: name the file itself.': '不会跟随链接，请写文件本身。',
	'Symbolic links are not followed.': '不会跟随符号链接。',
	'{0} holds the documents folder.': '{0} 包含文档目录。',
	'Change `docs` or `sources` in mainstay.yaml instead.':
		'请改为修改 mainstay.yaml 中的 `docs` 或 `sources`。',
	'{0} is no document and holds none.': '{0} 不是文档，里面也没有文档。',
	'{0} is no document.': '{0} 不是文档。',
	'Only what lies in the documents folders can be removed.': '只能删除文档目录中的内容。',
	'Only what lies in the documents folders can be moved.': '只能移动文档目录中的内容。',
	'Nothing below {0} is read as a document.': '{0} 之下的内容不会作为文档读取。',
	'{0} lies outside the documents.': '{0} 在文档目录之外。',
	'Name a place in a documents folder.': '请写文档目录中的位置。',
	'{0} is no name of a document.': '{0} 不是文档的名称。',
	'Write {0}{1}, or {2}/ for a folder.': '请写 {0}{1}；目录请写 {2}/。',
	'{0} would become a document.': '{0} 会变成文档。',
	'Keep the ending {0}.': '请保留扩展名 {0}。',
	'Documents are removed one by one: name a file or an id.': '文档要逐篇删除：请写文件或编号。',

	// Starting a knowledge base
	'This folder belongs to the knowledge base of {0}.': '此目录属于 {0} 的知识库。',
	'For that one: mainstay init {0}': '针对那个知识库：mainstay init {0}',
	'{0} is a link that leads out of the project.': '{0} 是指向项目之外的链接。',
	'Nothing was written. Take the link away, or choose another folder with --dir.':
		'没有写入任何内容。请去掉该链接，或用 --dir 换一个目录。',

	// Revisions
	'{0} is not in a git repository, or git is not installed.': '{0} 不在 Git 仓库中，或没有安装 Git。',
	'Changes can be checked only where they are recorded.': '只有记录了改动的地方才能检查改动。',
	'There is no revision “{0}” in {1}.': '{1} 中没有“{0}”这个版本。',
	'git knows no revision “{0}”.': 'Git 中没有“{0}”这个版本。',
	'Name a branch, a tag or a commit; git log shows them.': '请写分支、标签或提交；可用 git log 查看。',
	'The clone is shallow: fetch the history first (git fetch --unshallow, or fetch-depth: 0).':
		'这是浅克隆：请先取回历史（git fetch --unshallow，或 fetch-depth: 0）。',
	'In a shallow clone older versions are missing: fetch with full depth.':
		'浅克隆缺少旧版本：请取回完整历史。',
	'{0} has no commits yet.': '{0} 还没有提交。',
	'Commit first.': '请先提交。',
	'“{0}” and the present state share no commit that this clone knows.':
		'“{0}”与当前状态在这个克隆中没有共同的提交。',
	'Compare the two states themselves: a..b': '请直接比较两个状态：a..b',

	// Digest
	'--since {0} names a revision, but this is no git checkout.':
		'--since {0} 指的是版本，但这里不是 Git 检出。',
	'Give a day or a period instead: --since P7D.': '请改用日期或时段：--since P7D。',
	'--since cannot be “{0}”.': '--since 不能是“{0}”。',
	'Give a day (2026-11-15), a period (P7D) or a git revision (v1.2, HEAD~5).':
		'请写日期（2026-11-15）、时段（P7D）或 Git 版本（v1.2、HEAD~5）。',
	'{0} is after the day of the digest, {1}.': '{0} 晚于摘要的日期 {1}。',
	'Name an earlier day.': '请写更早的日期。',
	'The address does not tell which platform it belongs to.': '从地址看不出是哪个平台。',
	'Say so: --format {0}': '请写明：--format {0}',
	'{0} is no message that a robot takes.': '{0} 不是机器人能接收的消息。',
	'Use --format {0}, or leave out --post and hand the output to your mailer.':
		'请用 --format {0}；或不写 --post，把输出交给邮件程序。',
	'{0} asks for no signature; --secret would protect nothing.': '{0} 不要求签名，--secret 起不到保护作用。',
	'Leave it out: there the address itself is the secret.': '请不要写：那里地址本身就是密钥。',
	'--{0} reads {1} from the environment, but it is not set.': '--{0} 从环境变量 {1} 读取，但它没有设置。',
	'--post must be an http or https address.': '--post 必须是 http 或 https 地址。',
	'--post would send the message and its token in clear over http.': '--post 会以 http 明文发送消息和令牌。',
	'Use https, or say --allow-http if the way there is your own.':
		'请用 https；如果线路是自己的，请写 --allow-http。',
	'{0} did not take the message: {1}.': '{0} 没有接收消息：{1}。',
	'Tried {0} times.': '已尝试 {0} 次。',
	'Check the address, the secret and the robot’s keywords.': '请检查地址、密钥和机器人的关键词。',

	// Inside an Astro site
	'There is no mainstay.yaml and no docs folder in {0}.': '{0} 中没有 mainstay.yaml，也没有 docs 目录。',
	"Name the knowledge base's folder: mainstay({ dir: './kb' }).":
		"请指明知识库的目录：mainstay({ dir: './kb' })。",
	'mainstay/astro goes with Astro {0}; this site has {1}.': 'mainstay/astro 适用于 Astro {0}，此站点是 {1}。',
	'Run `npm install astro@{0}`, or build the knowledge base by itself: mainstay build --base /kb/.':
		'请运行 `npm install astro@{0}`，或单独构建知识库：mainstay build --base /kb/。',
	'One Astro site holds one knowledge base; mainstay() is among the integrations twice.':
		'一个 Astro 站点只能有一个知识库；integrations 中有两个 mainstay()。',
	'Put both folders into one: `sources` in mainstay.yaml.': '请合并两个目录：mainstay.yaml 中的 `sources`。',
	'{0} is trusted MDX, which Astro can only read with its MDX integration.':
		'{0} 是受信任的 MDX，Astro 要装上 MDX 集成才能读取。',
	'Run `npx astro add mdx`, or take the file out of mdx.trusted in mainstay.yaml.':
		'请运行 `npx astro add mdx`，或把该文件移出 mainstay.yaml 的 mdx.trusted。',
	'Addresses of the knowledge base end with a slash; Astro’s trailingSlash is “never”.':
		'知识库的地址以斜杠结尾，而 Astro 的 trailingSlash 是“never”。',
	"Set trailingSlash to 'ignore' or 'always' in astro.config.":
		"请在 astro.config 中把 trailingSlash 设为 'ignore' 或 'always'。",
	'mainstay(): {0} {1}.': 'mainstay()：{0} {1}。',
	'is none of the options': '不是可用的选项',
	'There are: {0}.': '可用：{0}。',
	'must be a path such as /kb, not “{0}”': '必须是 /kb 这样的路径，不能是“{0}”',
	'A site of its own: mainstay build.': '单独的站点：mainstay build。',
	'must be an .astro file, not “{0}”': '必须是 .astro 文件，不能是“{0}”',
	'names a file that is not there: {0}': '指向的文件不存在：{0}',
	'The path is relative to Astro’s root.': '路径相对于 Astro 的根目录。',
	'The knowledge base has {0} {1}; nothing was built.': '知识库有 {0} 个错误，没有构建任何内容。',
	'Mend what is listed above; mainstay check lists it too.': '请修复以上问题；mainstay check 也会列出。',
	'See all of them: mainstay check': '查看全部：mainstay check',
};
