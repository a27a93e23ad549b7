import type { InterfaceLanguage } from '../../../src/model/index.ts';

/** Names of jobs and steps, and the comments at the head of the files. Names hold no `: ` and no ` #`. */
export interface PipelineWords {
	readonly checkName: string;
	readonly publishName: string;
	readonly install: string;
	readonly checkChange: string;
	readonly checkAll: string;
	readonly build: string;
	readonly copy: string;
	readonly checkNotes: readonly string[];
	readonly githubNotes: readonly string[];
	readonly gitlabNotes: readonly string[];
	readonly giteaNotes: readonly string[];
}

export const PIPELINE_WORDS: Readonly<Record<InterfaceLanguage, PipelineWords>> = {
	en: {
		checkName: 'Check the knowledge base',
		publishName: 'Publish the knowledge base',
		install: 'Install',
		checkChange: 'Check what the change can affect',
		checkAll: 'Check everything',
		build: 'Build the site',
		copy: 'Copy the site to the web server',
		checkNotes: [
			'Checks the documents, and that customised code does not change without its note.',
			'Needs no secrets and no rights to write, so it is safe for changes that strangers propose.',
		],
		githubNotes: [
			'Publishes the knowledge base on GitHub Pages, from the default branch only.',
			'Does nothing until you say so, since a site on Pages may be open to everybody:',
			'1. Settings > Pages > Source: GitHub Actions',
			'2. Settings > Secrets and variables > Actions > Variables: MAINSTAY_PUBLISH = pages',
		],
		gitlabNotes: [
			'Publishes the knowledge base on GitLab Pages, from the default branch only.',
			'Does nothing until you say so: look at who may see Pages (Settings > General > Visibility),',
			'then set Settings > CI/CD > Variables: MAINSTAY_PUBLISH = pages',
		],
		giteaNotes: [
			'Copies the built knowledge base to a web server, from the default branch only.',
			'Does nothing until Settings > Actions says where to, in Variables:',
			'MAINSTAY_PUBLISH_TO = user@host:/srv/kb/, MAINSTAY_KNOWN_HOSTS = the line of ssh-keyscan, MAINSTAY_BASE = /kb/ (optional),',
			'and in Secrets: MAINSTAY_PUBLISH_KEY = a private key that may write there and nowhere else.',
		],
	},
	'zh-CN': {
		checkName: '检查知识库',
		publishName: '发布知识库',
		install: '安装',
		checkChange: '检查本次变更影响到的内容',
		checkAll: '检查全部',
		build: '构建站点',
		copy: '把站点复制到 Web 服务器',
		checkNotes: [
			'检查文档，并检查二次开发的代码有没有撇下说明独自改动。',
			'不用密钥，也没有写权限，因此外人提交的变更也可以放心运行。',
		],
		githubNotes: [
			'把知识库发布到 GitHub Pages，只从默认分支发布。',
			'Pages 上的站点可能对所有人公开，所以在您确认之前不会运行：',
			'1. Settings > Pages > Source 选 GitHub Actions',
			'2. Settings > Secrets and variables > Actions > Variables 设置 MAINSTAY_PUBLISH = pages',
		],
		gitlabNotes: [
			'把知识库发布到 GitLab Pages，只从默认分支发布。',
			'在您确认之前不会运行：先看谁能访问 Pages（设置 > 通用 > 可见性），',
			'再到 设置 > CI/CD > 变量 设置 MAINSTAY_PUBLISH = pages',
		],
		giteaNotes: [
			'把构建好的知识库复制到 Web 服务器，只从默认分支发布。',
			'在 设置 > Actions 写明去处之前不会运行。变量：',
			'MAINSTAY_PUBLISH_TO = user@host:/srv/kb/，MAINSTAY_KNOWN_HOSTS = ssh-keyscan 的输出，MAINSTAY_BASE = /kb/（可不填）；',
			'密钥：MAINSTAY_PUBLISH_KEY = 只能写该目录的私钥。',
		],
	},
	'zh-TW': {
		checkName: '檢查知識庫',
		publishName: '發布知識庫',
		install: '安裝',
		checkChange: '檢查這次變更影響到的內容',
		checkAll: '檢查全部',
		build: '建置網站',
		copy: '把網站複製到網頁伺服器',
		checkNotes: [
			'檢查文件，並檢查客製程式有沒有撇下說明獨自改動。',
			'不需要密鑰，也沒有寫入權限，因此外人提交的變更也可以放心執行。',
		],
		githubNotes: [
			'把知識庫發布到 GitHub Pages，只從預設分支發布。',
			'Pages 上的網站可能對所有人公開，所以在您確認之前不會執行：',
			'1. Settings > Pages > Source 選 GitHub Actions',
			'2. Settings > Secrets and variables > Actions > Variables 設定 MAINSTAY_PUBLISH = pages',
		],
		gitlabNotes: [
			'把知識庫發布到 GitLab Pages，只從預設分支發布。',
			'在您確認之前不會執行：先看誰能存取 Pages（設定 > 一般 > 可見度），',
			'再到 設定 > CI/CD > 變數 設定 MAINSTAY_PUBLISH = pages',
		],
		giteaNotes: [
			'把建置好的知識庫複製到網頁伺服器，只從預設分支發布。',
			'在 設定 > Actions 寫明去處之前不會執行。變數：',
			'MAINSTAY_PUBLISH_TO = user@host:/srv/kb/，MAINSTAY_KNOWN_HOSTS = ssh-keyscan 的輸出，MAINSTAY_BASE = /kb/（可不填）；',
			'密鑰：MAINSTAY_PUBLISH_KEY = 只能寫入該目錄的私鑰。',
		],
	},
};
