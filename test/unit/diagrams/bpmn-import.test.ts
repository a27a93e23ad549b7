import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processModelOf } from '../../../schemas/index.ts';
import { decodeXml, importBpmn, layoutProcess } from '../../../src/diagrams/index.ts';
import type { Frontmatter } from '../../../src/model/index.ts';
import { SETTINGS } from '../settings.ts';
import { bpmn, exported, imported, processOf } from './bpmn-files.ts';
import { processes } from './process-models.ts';

/** `a → b: label` for every flow, and the types of steps that are no tasks. */
function shapeOf(frontmatter: Frontmatter | undefined): { flows: string[]; types: Record<string, string> } {
	const { steps, flows } = processModelOf(frontmatter ?? {}, 'en', SETTINGS);
	return {
		flows: flows.map(({ from, to, label }) => `${from} → ${to}${label ? `: ${label}` : ''}`),
		types: Object.fromEntries(steps.filter(({ type }) => type !== 'task').map(({ id, type }) => [id, type])),
	};
}

async function read(inside: string) {
	const { documents, notes } = await imported(bpmn(inside), { lang: 'en' });
	return {
		...shapeOf(documents[0]?.frontmatter),
		documents,
		reasons: notes.map(({ reason, id }) => `${reason} ${id}`.trim()),
	};
}

/** What our rules on processes would say. */
function faultsOf(frontmatter: Frontmatter): string[] {
	const { steps, flows } = processModelOf(frontmatter, 'en', SETTINGS);
	const ids = new Set(steps.map(({ id }) => id));
	const faults = flows.filter(({ to }) => !ids.has(to)).map(({ to }) => `no ${to}`);
	if (ids.size !== steps.length) faults.push('an id twice');
	for (const type of ['start', 'end'])
		if (!steps.some((step) => step.type === type)) faults.push(`no ${type}`);
	const reached = new Set(steps.filter(({ type }) => type === 'start').map(({ id }) => id));
	for (const id of reached) for (const flow of flows) if (flow.from === id) reached.add(flow.to);
	for (const { id, type } of steps) {
		const exits = flows.filter(({ from }) => from === id);
		if (!reached.has(id)) faults.push(`${id} is not reached`);
		if (type !== 'end' && exits.length === 0) faults.push(`${id} leads nowhere`);
		if (type === 'decision' && (exits.length < 2 || exits.some(({ label }) => !label)))
			faults.push(`${id} is no decision`);
	}
	return faults;
}

describe('importBpmn', () => {
	it('runs flows through gateways that join or split in parallel', async () => {
		const { flows, reasons } = await read(
			processOf(`
			startEvent s "Go"
			parallelGateway f
			task a "A"
			task b "B"
			parallelGateway j
			endEvent e "Over"
			s > f
			f > a
			f > b
			a > j
			b > j
			j > e`),
		);
		expect(flows).toEqual(['go → a', 'go → b', 'a → over', 'b → over']);
		expect(reasons).toContain('gateway-dropped f');
		expect(reasons).toContain('gateway-dropped j');
	});

	it('labels exits that have none, and says so', async () => {
		const { flows, reasons } = await read(
			processOf(`
			startEvent s "Go"
			exclusiveGateway q "Enough?" default="Pf2"
			task a "A"
			task b "B"
			s > q
			q > a "yes"
			q > b`),
		);
		expect(flows).toContain('enough → a: yes');
		expect(flows).toContain('enough → b: otherwise');
		expect(flows).toContain('a → end');
		expect(reasons.filter((each) => each === 'exit-unlabelled')).toHaveLength(1);
		expect(reasons.filter((each) => each === 'end-added')).toHaveLength(2);
	});

	it('names exits of an event-based gateway after the events', async () => {
		const { flows } = await read(
			processOf(`
			startEvent s "Go"
			eventBasedGateway q "Who is first"
			intermediateCatchEvent t "A week" <timerEventDefinition/>
			receiveTask r "Answer"
			endEvent e "Over"
			s > q
			q > t
			q > r
			t > e
			r > e`),
		);
		expect(flows).toContain('who-is-first → a-week: A week');
		expect(flows).toContain('who-is-first → answer: Answer');
	});

	it('makes an event on the border of a task an exit of it', async () => {
		const { flows, reasons } = await read(
			processOf(`
			startEvent s "Go"
			userTask a "Work"
			boundaryEvent b attachedToRef="a" <errorEventDefinition/>
			task h "Handle"
			endEvent e "Over"
			s > a
			a > e
			b > h
			h > e`),
		);
		expect(flows).toContain('work → handle: on error');
		expect(reasons).toContain('boundary-event b');
	});

	it('writes the inside of a subprocess as a process of its own', async () => {
		const inner = processOf('startEvent x "In"\n task y "Inner"\n endEvent z "Out"\n x > y\n y > z', 'I')
			.replace(
				'<process id="I" >',
				'<subProcess id="sub" name="Part"><incoming>Pf0</incoming><outgoing>Pf1</outgoing>',
			)
			.replace('</process>', '</subProcess>');
		const outer = processOf('startEvent s "Go"\n endEvent e "Over"\n s > sub\n sub > e').replace(
			'</process>',
			`${inner}</process>`,
		);
		const { types, documents } = await read(outer);
		expect(types).toMatchObject({ part: 'subprocess' });
		expect(documents.map(({ id, title }) => `${id} ${title}`)).toEqual([
			'PR-T-0001 Imported process',
			'PR-T-0002 Part',
		]);
		expect(documents[1]?.frontmatter['level']).toBe(4);
		expect(faultsOf(documents[1]?.frontmatter ?? {})).toEqual([]);
	});

	it('maps lanes to roles by label in any language, by --role, and proposes keys for the rest', async () => {
		const roles = new Map([['sales', { en: 'Sales clerk', 'zh-CN': '销售内勤' }]]);
		const lane = (id: string, name: string, node: string): string =>
			`<lane id="${id}" name="${name}"><flowNodeRef>${node}</flowNodeRef></lane>`;
		const lanes = `<laneSet id="ls">${lane('l1', '销售内勤', 's')}${lane('l2', 'Lager', 'a')}${lane('l3', 'Mapped', 'e')}</laneSet>`;
		const xml = bpmn(
			processOf('startEvent s "Go"\n task a "A"\n endEvent e "Over"\n s > a\n a > e').replace(
				'<startEvent',
				`${lanes}<startEvent`,
			),
		);
		const over = { config: { ...SETTINGS, roles }, roles: new Map([['mapped', 'sales']]), lang: 'en' };
		const { documents, newRoles, notes } = await imported(xml, over);
		expect(newRoles).toEqual([{ key: 'lager', label: 'Lager' }]);
		expect(documents[0]?.frontmatter['lanes']).toBeUndefined();
		expect(documents[0]?.markdown).toContain('# lanes: [sales, lager]');
		expect(documents[0]?.markdown).toContain('    # role: lager');
		expect(notes.map(({ reason }) => reason)).toContain('role-unknown');
		const declared = await imported(xml, { ...over, newRoles: 'write' });
		expect(declared.documents[0]?.frontmatter['lanes']).toEqual(['sales', 'lager']);
	});

	it('lists what it cannot carry over, with kind, id and name', async () => {
		const { reasons } = await read(
			`<message id="m" name="Order"/>${processOf(`
			startEvent s "Go"
			task a "A" acme:x="1" <standardLoopCharacteristics/>
			endEvent e "Over"
			s > a
			a > e`).replace('</process>', '<group id="g"/></process>')}`,
		);
		expect(reasons).toEqual(
			expect.arrayContaining(['no-place m', 'no-place g', 'loop-marker a', 'extension']),
		);
	});

	it('keeps annotations and documentation as text that is no markup', async () => {
		const { documents } = await read(
			processOf(
				'startEvent s "Go"\n task a "A" <documentation>Ask <![CDATA[<script>x</script> {#z} :::danger]]></documentation>\n endEvent e "Over"\n s > a\n a > e',
			)
				.replace(/(<task[^>]*>)(.*?)(<documentation>.*?<\/documentation>)/, '$1$3$2')
				.replace(
					'</process>',
					'<textAnnotation id="t"><text>*Mind* this</text></textAnnotation><association id="x" sourceRef="a" targetRef="t"/></process>',
				),
		);
		const text = documents[0]?.markdown ?? '';
		expect(text).toContain('## A {#a}');
		expect(text).toContain('\\<script\\>x\\</script\\> \\{\\#z\\} \\:\\:\\:danger');
		expect(text).toContain('\\*Mind\\* this');
	});

	it('reads a file that is in the encoding it declares', () => {
		const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><a n="é"/>';
		expect(decodeXml(Buffer.from(xml, 'latin1'))).toBe(xml);
		expect(decodeXml(Buffer.from([0xff, 0xfe, ...Buffer.from('<a/>', 'utf16le')]))).toBe('<a/>');
		expect(decodeXml(Buffer.from([0x3c, 0xe9, 0x3e]))).toBeUndefined();
	});
});

describe('a hostile file', () => {
	const options = { config: SETTINGS, idOf: () => 'PR-T-0001', isKnown: () => false };
	const start = processOf('startEvent s "Go"\n endEvent e "Over"\n s > e');

	it.each([
		[
			'an entity bomb',
			'<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;">]><definitions>&y;</definitions>',
			'declares-entities',
		],
		[
			'an external entity',
			'<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
			'declares-entities',
		],
		['deep nesting', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`, 'too-deep'],
		['very many elements', '<a>'.concat('<b/>'.repeat(70_000), '</a>'), 'too-many-elements'],
		['a very long text', '<a>'.concat('x'.repeat(9_000_000), '</a>'), 'too-large'],
		['markup that never ends', '<a b="'.repeat(20_000), 'not-xml'],
		['no markup', 'hello', 'not-xml'],
		['another vocabulary', '<html><body/></html>', 'not-bpmn'],
		['no process', bpmn('<message id="m"/>'), 'no-process'],
	])('%s is refused', async (_, xml, reason) => {
		expect(await importBpmn(xml, options)).toMatchObject({ ok: false, reason });
	});

	it.each([
		[
			'flows to nowhere',
			start.replace('</process>', '<sequenceFlow id="x" sourceRef="nope" targetRef="e"/></process>'),
		],
		['a gateway that leads to itself', processOf('exclusiveGateway g\n g > g')],
		[
			'joins in a circle',
			processOf('startEvent s "Go"\n parallelGateway g\n parallelGateway h\n s > g\n g > h\n h > g'),
		],
		[
			'a process that calls itself',
			processOf(
				'startEvent s "Go"\n callActivity c "Again" calledElement="P"\n endEvent e "Over"\n s > c\n c > e',
			),
		],
		[
			'an event on the border of itself',
			processOf('startEvent s "Go"\n boundaryEvent b attachedToRef="b"\n s > b'),
		],
		[
			'names of the prototype',
			processOf(
				'startEvent __proto__ "__proto__"\n task constructor "constructor"\n startEvent s "toString"\n endEvent e "x"\n s > constructor\n constructor > e',
			),
		],
		['the same id twice', start.replace('</process>', '<task id="s" name="Twin"/></process>')],
		['a cycle without a start', processOf('task a "A"\n task b "B"\n a > b\n b > a')],
		[
			'an ad-hoc subprocess',
			start.replace(
				'</process>',
				'<adHocSubProcess id="h" name="H"><task id="h1"/><task id="h2"/></adHocSubProcess></process>',
			),
		],
	])('%s gives a process that the rules accept', async (_, inside) => {
		const result = await importBpmn(bpmn(inside), options);
		if (!result.ok) throw new Error(result.reason);
		for (const { frontmatter } of result.documents) {
			expect(faultsOf(frontmatter)).toEqual([]);
			layoutProcess(processModelOf(frontmatter, 'en', SETTINGS), { orientation: 'rows' });
		}
	});

	it('never throws, whatever is cut out of a file', async () => {
		const xml = bpmn(start);
		await fc.assert(
			fc.asyncProperty(fc.nat(xml.length), fc.nat(60), async (from, length) => {
				await importBpmn(xml.slice(0, from) + xml.slice(from + length), options);
			}),
			{ numRuns: 60, seed: 5 },
		);
	});

	it('of any shape gives processes that the rules accept', async () => {
		await fc.assert(
			fc.asyncProperty(processes({ steps: 14, lanes: 3 }), async (model) => {
				const xml = (await exported(model)).replace(/<mainstay:step [^>]*type="[^>]*>/g, (tag) =>
					tag.replace(/ id="[^"]*"/, ''),
				);
				const result = await importBpmn(xml, options);
				if (!result.ok) throw new Error(result.reason);
				expect(result.documents.flatMap(({ frontmatter }) => faultsOf(frontmatter))).toEqual([]);
			}),
			{ numRuns: 15, seed: 11 },
		);
	});
});
