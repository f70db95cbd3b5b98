#!/usr/bin/env node
// SPDX-License-Identifier: CC0-1.0
// A small mock of VFIO on POWER9, as an adapter for Node: copy it, and put your implementation in the place of `Mock`.
// `--wrong KIND` makes it wrong in one way, to show how that is reported: errno, swap (two errnos), window (one is missing on a
// joined group), page (one page of locked memory), crash, hang, garbage or flood.
const fs = require('fs');

const WRONG = process.argv[2] === '--wrong' ? process.argv[3] : '';
const PAGE = 4096;
const WINDOWS = [[0, '0x0', '0x80000000', 12], [1, '0x800000000000000', '0x40000000', 16]]; // number, start, size, page shift
const TABLES = [2048, 64]; // pages of their tables, and of the kernel's own copies of them
const NO_FLAGS = { flags: ['0x0'], pointer: [] };
const WINDOW = { argsz: [40], page_shift: [16], window_size: ['0x40000000'], levels: [1], ...NO_FLAGS };
const START = {
  type: 'start', protocol: 1, name: 'mock-js', version: '1', platform: 'phb4-linux-6.12.95-4k', topologies: ['six-groups'],
  observes: ['answer', 'out', 'locked_pages', 'effects.window', 'effects.bypass'],
  calls: ['open', 'close', 'VFIO_GROUP_UNSET_CONTAINER', { op: 'VFIO_GROUP_SET_CONTAINER', pointer: [] },
    { op: 'VFIO_SET_IOMMU', type: [7] }, { op: 'VFIO_IOMMU_SPAPR_REGISTER_MEMORY', argsz: [24], ...NO_FLAGS },
    { op: 'VFIO_IOMMU_SPAPR_TCE_CREATE', ...WINDOW }],
  batch: 8, workers: 4,
};

class Errno extends Error {} // a call fails with this errno
class Stop extends Error {} // the mock does not know this; what it answered before counts

const check = (fine, errno) => { if (!fine) throw new Errno(errno); };

function effect(what, group, [number, start, size, shift]) {
  const where = what === 'set' ? { start, size, page_shift: shift } : {};
  return { effect: 'window-' + what, group: group.alias, window: number, ...where };
}

function misbehave() { // the oracle blames the case, and starts a fresh adapter for the rest
  if (WRONG === 'crash') process.abort();
  if (WRONG === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (WRONG === 'garbage') fs.writeSync(1, 'TypeError: something is wrong here\n');
  while (WRONG === 'flood') fs.writeSync(1, 'so much to say, '.repeat(1000));
}

class Mock { // one process: a method is a call, and returns its answer, or what it fills in
  constructor(started) {
    Object.assign(this, { files: new Map(), buffers: started.buffers || {}, locked: 0, effects: [] });
    const limited = started.memlock !== 'unlimited' && started.capabilities.length === 0;
    this.limit = limited ? Math.floor(Number(started.memlock) / PAGE) : Infinity;
  }

  perform(operation) {
    this.effects = [];
    const answer = this.answer(operation.op, operation);
    return { ...(typeof answer === 'object' ? { answer: 0, out: answer } : { answer }), locked_pages: this.locked, effects: this.effects };
  }

  answer(name, operation) {
    try {
      const [file, call] = [this.files.get(operation.on), this[name].bind(this)];
      check(name === 'open' || file, 'EBADF');
      check(['open', 'close', 'VFIO_SET_IOMMU'].includes(name) || file.alias || file.driver, 'EINVAL');
      check(['open', 'close'].includes(name) || Boolean(file.alias) === name.includes('GROUP'), 'ENOTTY');
      return call(file, operation) ?? 0;
    } catch (errno) {
      if (!(errno instanceof Errno)) throw errno;
      const swapped = WRONG === 'swap' ? { EINVAL: 'EBUSY', EBUSY: 'EINVAL' } : {};
      return swapped[errno.message] || errno.message;
    }
  }

  open(_, { group, as }) {
    check(group !== 'none', 'ENOENT');
    check(!group || [...this.files.values()].every((file) => file.alias !== group), 'EBUSY');
    this.files.set(as, { alias: group, container: null, groups: [], driver: false, windows: [], memory: [] });
    return 'fd';
  }

  close(file, { on }) {
    this.files.delete(on);
    if (file.container) this.VFIO_GROUP_UNSET_CONTAINER(file);
  }

  VFIO_GROUP_SET_CONTAINER(group, operation) {
    const container = this.files.get(operation.container);
    check(container, 'EBADF');
    check(!group.container || misbehave(), WRONG === 'errno' ? 'EBUSY' : 'EINVAL');
    check(!container.alias, 'EBADFD');
    this.effects.push({ effect: 'bypass-off', group: group.alias }, effect('unset', group, WINDOWS[0]));
    if (WRONG !== 'window') this.effects.push(...container.windows.map((window) => effect('set', group, window)));
    group.container = container;
    container.groups.unshift(group);
  }

  VFIO_GROUP_UNSET_CONTAINER(group) {
    const container = group.container;
    check(container, 'EINVAL');
    group.container = null;
    container.groups.splice(container.groups.indexOf(group), 1);
    this.effects.push(...container.windows.map((window) => effect('unset', group, window)));
    this.effects.push(effect('set', group, WINDOWS[0]), { effect: 'bypass-on', group: group.alias });
    if (container.groups.length > 0) return;
    container.windows.forEach(([number]) => { this.locked -= TABLES[number]; });
    container.memory.forEach(({ size }) => { this.locked -= size / PAGE; });
    Object.assign(container, { driver: false, windows: [], memory: [] });
  }

  VFIO_SET_IOMMU(container) {
    check(container.groups.length > 0 && !container.driver, 'EINVAL');
    container.driver = true;
  }

  VFIO_IOMMU_SPAPR_REGISTER_MEMORY(container, { vaddr, size: length }) {
    const [name, start, size] = [vaddr.split('+')[0], Number(vaddr.split('+')[1] || 0), Number(length)];
    check(start % PAGE === 0 && size % PAGE === 0, 'EINVAL');
    check(!container.memory.some((one) => one.vaddr === vaddr && one.size === size), 'EBUSY');
    const { size: end, access } = this.buffers[name] || { size: '0x0' };
    const others = [...this.files.values()].some((file) => file.memory.length > 0);
    if (others || size === 0 || start + size > Number(end)) throw new Stop('memory beside other memory, or beside a buffer');
    check(this.locked + size / PAGE <= this.limit, 'ENOMEM');
    check(access === 'rw', 'EFAULT');
    container.memory.push({ vaddr, size });
    this.locked += size / PAGE - (WRONG === 'page' ? 1 : 0);
  }

  VFIO_IOMMU_SPAPR_TCE_CREATE(container) {
    check(container.windows.length < 2, 'ENOSPC');
    for (const window of WINDOWS.slice(container.windows.length)) {
      check(this.locked + TABLES[window[0]] <= this.limit, 'ENOMEM');
      this.locked += TABLES[window[0]];
      container.windows.push(window);
      this.effects.push(...container.groups.map((group) => effect('set', group, window)));
    }
    return { start_addr: WINDOWS[1][1] };
  }
}

function closing({ id, process: started, operations }) {
  const steps = [];
  try {
    const mock = new Mock(started);
    operations.forEach((operation) => steps.push(mock.perform(operation)));
    return { type: 'answer', id, steps };
  } catch (why) {
    if (why instanceof Stop) return { type: 'answer', id, steps, stopped: { operation: steps.length + 1, reason: why.message } };
    return { type: 'skip', id, reason: `cannot read the case: ${why}` };
  }
}

require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const message = JSON.parse(line);
  if (message.type === 'stop') process.exit(0);
  fs.writeSync(1, JSON.stringify(message.type === 'start' ? START : closing(message)) + '\n');
});
