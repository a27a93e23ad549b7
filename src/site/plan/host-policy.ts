import { createHash } from 'node:crypto';

/** The part of Astro's `Astro.csp` that is used here. */
interface HostPolicy {
	insertScriptResource(resource: string): void;
	insertStyleResource(resource: string | { resource: string; kind: 'attribute' }): void;
	insertStyleHash(hash: `sha256-${string}`): void;
}

/**
 * Adds what a page of ours needs to the policy that Astro makes for the site it is part of: search runs a
 * WebAssembly index, drawings carry style attributes and style sheets of their own.
 */
export function allowOurs(policy: HostPolicy, html: string): void {
	// Naming one source takes the place of Astro's own default.
	policy.insertScriptResource("'self'");
	policy.insertScriptResource("'wasm-unsafe-eval'");
	policy.insertStyleResource("'self'");
	policy.insertStyleResource({ resource: "'unsafe-inline'", kind: 'attribute' });
	for (const [, css = ''] of html.matchAll(/<style[^>]*>([^<]*)<\/style>/g)) {
		policy.insertStyleHash(`sha256-${createHash('sha256').update(css).digest('base64')}`);
	}
}
