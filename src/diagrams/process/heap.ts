/** A binary min-heap of integers with a number as key; equal keys come out in a fixed order. */
export class Heap {
	#keys: Float64Array = new Float64Array(1024);
	#values: Int32Array = new Int32Array(1024);
	#size = 0;

	get size(): number {
		return this.#size;
	}

	/** The smallest key; infinite when empty. */
	get least(): number {
		return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#keys[0] ?? 0);
	}

	clear(): void {
		this.#size = 0;
	}

	push(key: number, value: number): void {
		if (this.#size === this.#keys.length) this.#grow();
		const keys = this.#keys;
		const values = this.#values;
		let index = this.#size++;
		while (index > 0) {
			const parent = (index - 1) >> 1;
			const parentKey = keys[parent] as number;
			if (parentKey <= key) break;
			keys[index] = parentKey;
			values[index] = values[parent] as number;
			index = parent;
		}
		keys[index] = key;
		values[index] = value;
	}

	/** Takes the value with the smallest key; -1 when empty. */
	pop(): number {
		if (this.#size === 0) return -1;
		const keys = this.#keys;
		const values = this.#values;
		const top = values[0] as number;
		const size = --this.#size;
		const key = keys[size] as number;
		const value = values[size] as number;
		let index = 0;
		for (let child = 1; child < size; child = 2 * index + 1) {
			if (child + 1 < size && (keys[child + 1] as number) < (keys[child] as number)) child++;
			if ((keys[child] as number) >= key) break;
			keys[index] = keys[child] as number;
			values[index] = values[child] as number;
			index = child;
		}
		keys[index] = key;
		values[index] = value;
		return top;
	}

	#grow(): void {
		const keys = new Float64Array(this.#keys.length * 2);
		const values = new Int32Array(this.#values.length * 2);
		keys.set(this.#keys);
		values.set(this.#values);
		this.#keys = keys;
		this.#values = values;
	}
}
