import { createHash } from 'node:crypto';
import { labels, processModelOf } from '../../schemas/index.ts';
import {
	createMermaidRenderer,
	drawProcess,
	layoutProcess,
	type MermaidRenderer,
	type MermaidResult,
	mermaidFigure,
	mermaidFinding,
} from '../diagrams/index.ts';
import {
	type CompileConfig,
	type Diagram,
	type Document,
	type DocumentKey,
	documentKey,
	escapeAttribute,
	escapeText,
	type Fence,
	type Finding,
	interfaceLanguageOf,
	isForeignFolder,
	type ProcessModel,
	type ProcessView,
	type Step,
} from '../model/index.ts';
import { type Cache, openCache } from './cache.ts';

/** Lanes side by side need a page's width: above this many only rows are drawn. */
const MOST_COLUMNS = 5;

/** A drawn fence; links in it are still holes of the form {@link targetHole}. */
export type DrawnFence = Extract<MermaidResult, { ok: true }>;

export interface DiagramCaches {
	readonly mermaid: Cache<DrawnFence | Extract<MermaidResult, { ok: false }>>;
	readonly lanes: Cache<Diagram>;
}

export async function openDiagramCaches(folder: string | undefined): Promise<DiagramCaches> {
	return {
		mermaid: await openCache(folder && `${folder}/mermaid.bin`),
		lanes: await openCache(folder && `${folder}/lanes.bin`),
	};
}

export interface DiagramOptions {
	readonly config: CompileConfig;
	readonly caches: DiagramCaches;
	readonly fingerprint: string;
	/** Kept open by a caller that compiles again and again; otherwise one is booted and closed. */
	readonly renderer?: MermaidRenderer;
	readonly onProgress?: (done: number, cached: number) => void;
}

/** How many drawings a set of documents asks for. */
export function countDiagrams(documents: Iterable<Document>): number {
	let count = 0;
	for (const document of documents) {
		count += mermaidFences(document).length + (hasSteps(document) ? 1 : 0);
	}
	return count;
}

export interface MermaidOutput {
	readonly drawn: ReadonlyMap<DocumentKey, ReadonlyMap<number, DrawnFence>>;
	readonly findings: readonly Finding[];
}

/** Draws every mermaid fence, from the cache where its text is known. A fence that fails is a finding. */
export async function drawFences(
	documents: readonly Document[],
	options: DiagramOptions,
): Promise<MermaidOutput> {
	const drawn = new Map<DocumentKey, Map<number, DrawnFence>>();
	const findings: Finding[] = [];
	const cache = options.caches.mermaid;
	const renderer = options.renderer ?? createMermaidRenderer({});
	// Like a dead link: a folder from elsewhere is built all the same.
	const buildSeverity = isForeignFolder(options.config, documents)
		? ({ buildSeverity: 'warning' } as const)
		: {};
	let done = 0;
	let cached = 0;
	const draw = async (document: Document, fence: Fence, index: number): Promise<void> => {
		// The index keeps element ids apart when one page shows the same text twice.
		const idPrefix = `diagram-${index}`;
		const key = hashOf([options.fingerprint, idPrefix, fence.value]);
		let result = cache.get(key);
		if (result) cached++;
		else {
			result = await renderer.render(fence.value, { idPrefix, title: document.title, hrefOf: targetHole });
			// A time-out says as much about the machine as about the text.
			if (result.ok || result.failure.reason === 'syntax') cache.set(key, result);
		}
		if (result.ok) {
			const key = documentKey(document.id, document.lang);
			drawn.set(key, (drawn.get(key) ?? new Map()).set(index, result));
		} else findings.push({ ...mermaidFinding(result.failure, fence, document.file), ...buildSeverity });
		options.onProgress?.(++done, cached);
	};
	try {
		await Promise.all(
			documents.flatMap((document) =>
				mermaidFences(document).map(([fence, index]) => draw(document, fence, index)),
			),
		);
	} finally {
		if (!options.renderer) await renderer.close();
	}
	return { drawn, findings };
}

function mermaidFences(document: Document): [Fence, number][] {
	return document.fences.flatMap((fence, index) =>
		fence.lang === 'mermaid' ? [[fence, index] as [Fence, number]] : [],
	);
}

/** Stands for a link target inside a cached drawing, whose place in the page set is not known yet. */
export function targetHole(target: string): string {
	return `/mainstay-target/${Buffer.from(target).toString('hex')}/`;
}

/** Finishes the figures of one document: link holes become addresses, dead ones lose their link. */
export function figuresOf(
	document: Document,
	drawn: ReadonlyMap<number, DrawnFence> | undefined,
	addressOf: (target: string) => string | undefined,
): ReadonlyMap<number, string> {
	return new Map(
		mermaidFences(document).map(([fence, index]) => {
			const result = drawn?.get(index);
			return [index, result ? figureOf(result, fence, index, document, addressOf) : sourceOf(fence)];
		}),
	);
}

function figureOf(
	{ diagram }: DrawnFence,
	fence: Fence,
	index: number,
	document: Document,
	addressOf: (target: string) => string | undefined,
): string {
	const svg = diagram.svg.replace(
		/ (?:xlink:)?href="\/mainstay-target\/([0-9a-f]*)\/"/g,
		(_, hex: string) => {
			const address = addressOf(Buffer.from(hex, 'hex').toString());
			return address === undefined ? '' : ` href="${escapeAttribute(address)}"`;
		},
	);
	const id = `diagram-${index}`;
	return mermaidFigure({
		diagram: { ...diagram, svg },
		source: fence.value,
		lang: document.lang,
		id,
		caption: '',
	});
}

/** A diagram that could not be drawn is still readable as what was written. */
function sourceOf(fence: Fence): string {
	return `<div class="code"><span class="code-language">mermaid</span><pre tabindex="0"><code>${escapeText(fence.value)}</code></pre></div>`;
}

/** The process model and lane maps of every process document that has steps. */
export function drawProcesses(
	documents: readonly Document[],
	options: DiagramOptions,
): ReadonlyMap<DocumentKey, { readonly model: ProcessModel; readonly view: ProcessView }> {
	const views = new Map<DocumentKey, { model: ProcessModel; view: ProcessView }>();
	for (const document of documents.filter(hasSteps)) {
		const model = processModelOf(document.frontmatter, document.lang, options.config);
		const draw = (orientation: 'rows' | 'columns'): Diagram =>
			drawCached(document, model, orientation, options);
		const columns = model.lanes.length <= MOST_COLUMNS ? { columns: draw('columns') } : {};
		const { lanes, steps, flows } = model;
		views.set(documentKey(document.id, document.lang), {
			model,
			view: { lanes, steps, flows, rows: draw('rows'), ...columns },
		});
	}
	return views;
}

function drawCached(
	document: Document,
	model: ProcessModel,
	orientation: 'rows' | 'columns',
	options: DiagramOptions,
): Diagram {
	const key = hashOf([
		options.fingerprint,
		document.lang,
		orientation,
		JSON.stringify(model),
		document.summary,
	]);
	const known = options.caches.lanes.get(key);
	if (known) return known;
	const diagram = drawProcess(layoutProcess(model, { orientation }), {
		idPrefix: orientation,
		lang: document.lang,
		hrefOf: (step: Step) => `#${encodeURIComponent(step.id)}`,
		ariaLabel: (step: Step) => stepLabel(step, model, document.lang),
		title: document.title,
		description: document.summary,
	});
	options.caches.lanes.set(key, diagram);
	return diagram;
}

/** `检查信用额度（信用管理员，Customer）`: what a screen reader says of a node. */
function stepLabel(step: Step, model: ProcessModel, lang: string): string {
	const chinese = interfaceLanguageOf(lang) !== 'en';
	const lane = model.lanes.find((each) => each.key === step.role)?.label;
	const type = step.type === 'task' ? undefined : labels[`type.${step.type}`]?.[interfaceLanguageOf(lang)];
	const details = [type, lane, step.transaction].filter(Boolean);
	if (details.length === 0) return step.name;
	return chinese ? `${step.name}（${details.join('，')}）` : `${step.name} (${details.join(', ')})`;
}

function hasSteps(document: Document): boolean {
	const { steps } = document.frontmatter;
	return document.kind === 'process' && Array.isArray(steps) && steps.length > 0;
}

function hashOf(parts: readonly string[]): string {
	return createHash('sha256').update(parts.join('\0')).digest('base64url');
}
