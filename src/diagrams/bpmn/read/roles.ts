import type { CompileConfig } from '../../../model/index.ts';
import type { Ledger } from './notes.ts';
import type { LaneDraft } from './types.ts';

/** A role that mainstay.yaml does not know yet. */
export interface NewRole {
	readonly key: string;
	readonly label: string;
}

/** Finds the roles of lanes: by mapping, by what a file of ours says, by label in any language. */
export class RoleBook {
	readonly newRoles: NewRole[] = [];
	readonly #known: CompileConfig['roles'];
	readonly #byLabel = new Map<string, string>();
	readonly #keys = new Map<string, string>();
	readonly #ledger: Ledger;

	/** @param mapping lane name → key, as given by the user */
	constructor(roles: CompileConfig['roles'], mapping: ReadonlyMap<string, string>, ledger: Ledger) {
		this.#known = roles;
		this.#ledger = ledger;
		for (const [key, labels] of roles) {
			for (const label of [key, ...Object.values(labels)]) {
				if (!this.#byLabel.has(folded(label))) this.#byLabel.set(folded(label), key);
			}
		}
		for (const [name, key] of mapping) this.#byLabel.set(folded(name), key);
	}

	/** The key of a lane's role; '' for a lane without a name. */
	keyOf(lane: LaneDraft): string {
		if (lane.role !== undefined && (lane.role === '' || this.isKnown(lane.role))) return lane.role;
		if (lane.name === '') return '';
		const name = folded(lane.name);
		return this.#byLabel.get(name) ?? this.#keys.get(name) ?? this.#invent(lane, name);
	}

	/** Without declared roles any key is accepted. */
	isKnown(key: string): boolean {
		return this.#known.size === 0 || this.#known.has(key);
	}

	#invent(lane: LaneDraft, name: string): string {
		const slug = name
			.normalize('NFKD')
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-+|-+$/g, '');
		const wanted = lane.role ?? (/^[\p{Script=Latin}\p{Script=Common}]+$/u.test(name) && slug ? slug : '');
		let key = wanted || `role-${this.newRoles.length + 1}`;
		const taken = new Set([...this.#known.keys(), ...this.newRoles.map((role) => role.key)]);
		for (let number = 2; taken.has(key); number++) key = `${wanted || 'role'}-${number}`;
		this.#keys.set(name, key);
		this.newRoles.push({ key, label: lane.name });
		this.#ledger.note('role-unknown', lane.element, key);
		return key;
	}
}

/** Letter case, width, spaces and hyphens aside. */
function folded(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s_-]+/g, ' ')
		.trim();
}
