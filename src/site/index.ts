export { routeHashes } from './plan/route-hashes.ts';
export { type ServeOptions, type SiteServer, serveSite } from './serve-site.ts';
export { type WriteOptions, writePages } from './write-pages.ts';
