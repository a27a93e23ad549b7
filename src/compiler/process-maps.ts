import { labels, processModelOf } from '../../schemas/index.ts';
import {
	chooseOrientation,
	drawProcess,
	exportBpmn,
	layoutProcess,
	type Orientation,
	orientationsOf,
} from '../diagrams/index.ts';
import {
	type Diagram,
	type Document,
	type DocumentKey,
	documentKey,
	interfaceLanguageOf,
	type ProcessModel,
	type ProcessView,
	type Step,
} from '../model/index.ts';
import { contentHash } from './content-hash.ts';
import { type DiagramOptions, hasSteps } from './diagrams.ts';
import { targetHole } from './target-holes.ts';

/** Room for a drawing on a document's page with a desk screen, px. */
const PAGE_WIDTH = 880;

export interface ProcessMap {
	readonly model: ProcessModel;
	readonly view: ProcessView;
}

/** The process model and lane maps of every process document that has steps. Links to other processes are still holes. */
export async function drawProcesses(
	documents: readonly Document[],
	options: DiagramOptions,
): Promise<ReadonlyMap<DocumentKey, ProcessMap>> {
	const maps = new Map<DocumentKey, ProcessMap>();
	for (const document of documents.filter(hasSteps)) {
		maps.set(documentKey(document.id, document.lang), await mapOf(document, options));
	}
	return maps;
}

async function mapOf(document: Document, options: DiagramOptions): Promise<ProcessMap> {
	const model = processModelOf(document.frontmatter, document.lang, options.config);
	const draw = (orientation: Orientation, dataObjects = false): Diagram =>
		drawCached(document, model, { orientation, dataObjects }, options);
	const rows = draw('rows');
	const columns = orientationsOf(model).includes('columns') ? draw('columns') : undefined;
	const preferred = chooseOrientation({ rows: rows.width, columns: columns?.width }, PAGE_WIDTH);
	const { lanes, steps, flows } = model;
	const view: ProcessView = {
		lanes,
		steps,
		flows,
		rows,
		...(columns ? { columns } : {}),
		preferred,
		bpmn: await bpmnCached(document, model, options),
		...(steps.some((step) => step.data.length > 0) ? { withData: draw(preferred, true) } : {}),
	};
	return { model, view };
}

function drawCached(
	document: Document,
	model: ProcessModel,
	wanted: { readonly orientation: Orientation; readonly dataObjects: boolean },
	{ fingerprint, config, caches }: DiagramOptions,
): Diagram {
	const dataName = (object: string) =>
		config.dataObjects.get(object)?.name[interfaceLanguageOf(document.lang)] ?? object;
	const names = wanted.dataObjects
		? model.steps.flatMap(({ data }) => data.map(({ object }) => dataName(object)))
		: [];
	const key = contentHash([
		fingerprint,
		document.lang,
		JSON.stringify(wanted),
		JSON.stringify(model),
		JSON.stringify(names),
		document.title,
		document.summary,
	]);
	const known = caches.lanes.get(key);
	if (known) return known;
	const diagram = drawProcess(layoutProcess(model, { ...wanted, dataName }), {
		idPrefix: wanted.dataObjects ? 'data' : wanted.orientation,
		lang: document.lang,
		hrefOf: (step: Step) =>
			step.process === undefined ? `#${encodeURIComponent(step.id)}` : targetHole(step.id),
		ariaLabel: (step: Step) => stepLabel(step, model, document.lang),
		title: document.title,
		description: document.summary,
	});
	caches.lanes.set(key, diagram);
	return diagram;
}

/** For modelling tools, with the geometry of the drawing in rows. */
async function bpmnCached(
	document: Document,
	model: ProcessModel,
	{ fingerprint, caches }: DiagramOptions,
): Promise<string> {
	const { lang, frontmatter } = document;
	const key = contentHash([fingerprint, lang, JSON.stringify(model), JSON.stringify(frontmatter)]);
	const known = caches.bpmn.get(key);
	if (known !== undefined) return known;
	const layout = layoutProcess(model, { orientation: 'rows' });
	const xml = await exportBpmn({ model, layout, lang, frontmatter });
	caches.bpmn.set(key, xml);
	return xml;
}

/** `检查信用额度，Customer（信用管理员）`: what a screen reader says of a node begins with what it shows. */
function stepLabel(step: Step, model: ProcessModel, lang: string): string {
	const chinese = interfaceLanguageOf(lang) !== 'en';
	const lane = model.lanes.find((each) => each.key === step.role)?.label;
	const type = step.type === 'task' ? undefined : labels[`type.${step.type}`]?.[interfaceLanguageOf(lang)];
	const details = [type, lane].filter(Boolean);
	const name = [step.name, step.transaction].filter(Boolean).join(chinese ? '，' : ', ');
	if (details.length === 0) return name;
	return chinese ? `${name}（${details.join('，')}）` : `${name} (${details.join(', ')})`;
}
