import { wireFilter } from './map-filter.ts';
import { wireKeys } from './map-keys.ts';
import { wireStrips } from './map-strip.ts';

const map = document.querySelector<HTMLElement>('[data-map]');
if (map) {
	wireFilter(map);
	wireKeys(map);
	wireStrips(map);
}
