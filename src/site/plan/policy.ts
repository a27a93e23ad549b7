const STRICT = {
	'default-src': "'none'",
	// Search runs a WebAssembly index.
	'script-src': "'self' 'wasm-unsafe-eval'",
	// Highlighted code and drawings carry style attributes.
	'style-src': "'self' 'unsafe-inline'",
	'img-src': "'self' data:",
	'font-src': "'self'",
	'connect-src': "'self'",
	'worker-src': "'self'",
	'base-uri': "'none'",
	'form-action': "'self'",
};

/** While writing, Vite needs inline scripts and a socket; published pages get the strict policy. */
const DEV = {
	...STRICT,
	'script-src': "'self' 'unsafe-inline' 'wasm-unsafe-eval'",
	'connect-src': "'self' ws: wss:",
};

/** The Content-Security-Policy of every page. */
export function policyFor(mode: 'build' | 'dev'): string {
	return Object.entries(mode === 'dev' ? DEV : STRICT)
		.map(([name, value]) => `${name} ${value}`)
		.join('; ');
}
