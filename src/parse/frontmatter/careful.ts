import { createRequire } from 'node:module';
import { readYaml, type YamlReading } from './yaml.ts';

type Matter = typeof import('gray-matter');

let loaded: Matter | undefined;

/** Loaded when the first text needs it: nearly all frontmatter is plain, and a start should not wait for it. */
function grayMatter(): Matter {
	loaded ??= createRequire(import.meta.url)('gray-matter') as Matter;
	return loaded;
}

/**
 * Reads a block with gray-matter, which is only ever given YAML: the block is cut out beforehand, all engines
 * but ours refuse, and options are always passed, because without them gray-matter answers from a cache that
 * turns a second look at broken text into an empty result.
 */
export function readCarefully(block: string, file: string): YamlReading {
	let reading: YamlReading = { data: Object.create(null), positions: {}, findings: [] };
	const yaml = {
		parse(text: string): object {
			reading = readYaml(text, file);
			return reading.data;
		},
	};
	const engines = { yaml, json: refuse, javascript: refuse, js: refuse, coffee: refuse, toml: refuse };
	// Delimiters with the line end, so that a line such as `---x` inside a text does not close the block.
	grayMatter()(`---\n${block}---\n`, { language: 'yaml', delimiters: ['---', '---\n'], engines });
	return reading;
}

function refuse(): never {
	throw new TypeError('only YAML frontmatter is read');
}
