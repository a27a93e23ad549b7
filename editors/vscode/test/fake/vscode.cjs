'use strict';
// A stand-in for the editor's API: what the extension itself uses is here and can be looked at;
// whatever else the language client touches exists, and does nothing.
const { pathToFileURL, fileURLToPath } = require('node:url');

class Disposable {
	constructor(end = () => {}) {
		this.dispose = end;
	}
	static from(...all) {
		return new Disposable(() => {
			for (const each of all) each.dispose();
		});
	}
}

class EventEmitter {
	#listeners = new Set();
	event = (listener, self) => {
		const bound = self ? listener.bind(self) : listener;
		this.#listeners.add(bound);
		return new Disposable(() => this.#listeners.delete(bound));
	};
	fire(value) {
		return Promise.all([...this.#listeners].map((listener) => listener(value)));
	}
	dispose() {
		this.#listeners.clear();
	}
}

class Uri {
	constructor(text) {
		this.text = text;
		this.scheme = text.slice(0, text.indexOf(':'));
		this.fsPath = this.scheme === 'file' ? fileURLToPath(text) : text;
		this.path = new URL(text).pathname;
	}
	static file(path) {
		return new Uri(pathToFileURL(path).href);
	}
	static parse(text) {
		return new Uri(text);
	}
	toString() {
		return this.text;
	}
}

class Position {
	constructor(line, character) {
		Object.assign(this, { line, character });
	}
}

class Range {
	constructor(start, end) {
		Object.assign(this, { start, end });
	}
}

class Diagnostic {
	constructor(range, message, severity) {
		Object.assign(this, { range, message, severity });
	}
}

class RelativePattern {
	constructor(base, pattern) {
		Object.assign(this, { baseUri: base.uri ?? base, base: (base.uri ?? base).fsPath, pattern });
	}
}

class Task {
	constructor(definition, scope, name, source, execution) {
		Object.assign(this, { definition, scope, name, source, execution });
	}
}

class ProcessExecution {
	constructor(process, args, options) {
		Object.assign(this, { process, args, options });
	}
}

class CancellationTokenSource {
	#emitter = new EventEmitter();
	token = { isCancellationRequested: false, onCancellationRequested: this.#emitter.event };
	cancel() {
		this.token.isCancellationRequested = true;
		this.#emitter.fire();
	}
	dispose() {}
}

class CodeActionKind {
	constructor(value) {
		this.value = value;
	}
	append(part) {
		return new CodeActionKind(this.value === '' ? part : `${this.value}.${part}`);
	}
	static Empty = new CodeActionKind('');
	static QuickFix = new CodeActionKind('quickfix');
	static Refactor = new CodeActionKind('refactor');
	static Source = new CodeActionKind('source');
}

/** What tests set and look at. */
const editor = {
	folders: [],
	documents: [],
	active: undefined,
	settings: {},
	trusted: true,
	language: 'en',
	/** Answers to what is asked, in turn. */
	answers: [],
	asked: [],
	messages: [],
	commands: new Map(),
	executed: [],
	tasks: [],
	opened: [],
	shown: [],
	output: [],
	diagnostics: new Map(),
	statusItems: [],
	watchers: [],
	events: new Map(),
	fire: (name, value) => event(name).fire(value),
};

function event(name) {
	if (!editor.events.has(name)) editor.events.set(name, new EventEmitter());
	return editor.events.get(name);
}

/** An object that has everything: members that are asked for and not there do nothing. */
function everything(name, known) {
	const dummy = (key) => {
		if (/^on[A-Z]/.test(key)) return event(`${name}.${key}`).event;
		if (/^[A-Z]/.test(key)) {
			return new Proxy(class {}, {
				get: (target, member) => (member in target || typeof member === 'symbol' ? target[member] : member),
			});
		}
		return () => new Disposable();
	};
	return new Proxy(known, {
		get: (target, key) => {
			if (key in target || typeof key === 'symbol' || key === 'then' || key === '__esModule')
				return target[key];
			target[key] = dummy(key);
			return target[key];
		},
	});
}

const note =
	(level) =>
	(...parts) =>
		editor.output.push(`${level} ${parts.join(' ')}`);

const ask =
	(sort) =>
	async (...question) => {
		editor.asked.push({ sort, question });
		return editor.answers.shift()?.(...question);
	};

const say =
	(sort) =>
	async (text, ...buttons) => {
		editor.messages.push({ sort, text, buttons });
		return undefined;
	};

function collection() {
	return {
		set: (uri, found) => {
			if (found === undefined) editor.diagnostics.delete(uri.toString());
			else editor.diagnostics.set(uri.toString(), found);
		},
		delete: (uri) => editor.diagnostics.delete(uri.toString()),
		clear: () => editor.diagnostics.clear(),
		get: (uri) => editor.diagnostics.get(uri.toString()),
		has: (uri) => editor.diagnostics.has(uri.toString()),
		forEach: () => {},
		dispose: () => {},
	};
}

function matches(filter, document) {
	if (filter.scheme && filter.scheme !== document.uri.scheme) return false;
	if (filter.language && filter.language !== document.languageId) return false;
	const base = filter.pattern?.base;
	return base === undefined || document.uri.fsPath.startsWith(base);
}

const window = everything('window', {
	createOutputChannel: () => ({
		...{ trace: note('trace'), debug: note('debug'), info: note('info') },
		...{ warn: note('warn'), error: note('error'), append: note('append'), appendLine: note('append') },
		...{ show: () => editor.shown.push('output'), dispose: () => {}, clear: () => {}, logLevel: 3 },
		onDidChangeLogLevel: event('log').event,
	}),
	createStatusBarItem: (id) => {
		const item = { id, shown: false, dispose: () => {} };
		item.show = () => {
			item.shown = true;
		};
		item.hide = () => {
			item.shown = false;
		};
		editor.statusItems.push(item);
		return item;
	},
	showQuickPick: ask('pick'),
	showInputBox: ask('input'),
	showInformationMessage: say('information'),
	showWarningMessage: say('warning'),
	showErrorMessage: say('error'),
	showTextDocument: async (uri) => editor.shown.push(uri.fsPath),
	withProgress: (_options, work) => work({ report: () => {} }, new CancellationTokenSource().token),
	get activeTextEditor() {
		return editor.active && { document: editor.active };
	},
	visibleTextEditors: [],
	tabGroups: { all: [], onDidChangeTabs: event('tabs').event, onDidChangeTabGroups: event('groups').event },
});

const workspace = everything('workspace', {
	get workspaceFolders() {
		return editor.folders.map((folder, index) => ({ uri: Uri.file(folder), name: folder, index }));
	},
	get textDocuments() {
		return editor.documents;
	},
	get isTrusted() {
		return editor.trusted;
	},
	notebookDocuments: [],
	getWorkspaceFolder: (uri) => {
		const folder = editor.folders.find((each) => uri.fsPath.startsWith(each));
		return folder && { uri: Uri.file(folder), name: folder, index: 0 };
	},
	getConfiguration: (section) => ({
		get: (name, fallback) => editor.settings[section ? `${section}.${name}` : name] ?? fallback,
		inspect: () => undefined,
		has: () => false,
	}),
	findFiles: async () => editor.found?.map((path) => Uri.file(path)) ?? [],
	createFileSystemWatcher: (pattern) => {
		const emitters = { create: new EventEmitter(), change: new EventEmitter(), remove: new EventEmitter() };
		const watcher = { pattern, ...emitters, dispose: () => {} };
		watcher.onDidCreate = emitters.create.event;
		watcher.onDidChange = emitters.change.event;
		watcher.onDidDelete = emitters.remove.event;
		editor.watchers.push(watcher);
		return watcher;
	},
});

const languages = everything('languages', {
	match: (selector, document) => ([selector].flat().some((each) => matches(each, document)) ? 10 : 0),
	createDiagnosticCollection: collection,
});

const commands = everything('commands', {
	registerCommand: (name, run) => {
		editor.commands.set(name, run);
		return new Disposable(() => editor.commands.delete(name));
	},
	executeCommand: async (name, ...args) => {
		editor.executed.push([name, ...args]);
		return editor.commands.get(name)?.(...args);
	},
});

const env = everything('env', {
	get language() {
		return editor.language;
	},
	asExternalUri: async (uri) => uri,
	openExternal: async (uri) => editor.opened.push(uri.toString()),
	clipboard: { writeText: async (text) => editor.shown.push(text) },
	appName: 'Fake',
});

const l10n = {
	t: (text, ...values) => text.replace(/\{(\d)\}/g, (_all, index) => String(values[Number(index)])),
};

module.exports = everything('vscode', {
	// Else compiled code copies the members that are listed, and misses the rest.
	__esModule: true,
	editor,
	version: '1.91.0',
	...{ Disposable, EventEmitter, Uri, Position, Range, Diagnostic, RelativePattern, Task, ProcessExecution },
	...{ CancellationTokenSource, CodeActionKind },
	...{ window, workspace, languages, commands, env, l10n },
	tasks: everything('tasks', { executeTask: async (task) => editor.tasks.push(task) }),
	extensions: { all: [], getExtension: () => undefined, onDidChange: event('extensions').event },
	CancellationError: class extends Error {},
});
