export { routeHashes } from './plan/route-hashes.ts';
export { type ServeOptions, serveSite, type SiteServer } from './serve-site.ts';
export { type WriteOptions, writePages } from './write-pages.ts';
