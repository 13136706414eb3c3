import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';

import { clearEveryone, Device } from '../../data/device.js';
import { Bulk } from '../../data/store/bulk.js';
import { Imports } from '../../data/store/imports.js';
import { ServerDouble } from '../../data/store/server-double.js';
import { ImportLog, settled } from './import-log.js';

const ABOUT = { id: 'import-1', name: 'x.csv', at: '2026-11-25' };
const NOON = Date.parse('2026-11-25T12:00:00Z');

/** @param {string[]} ids */
const batchOf = (...ids) =>
  ids.map((id) => ({
    ...{ id, date: '2026-11-01', amount_paise: 100, category: 'rent', description: '', tags: [] },
  }));

/** A server whose clock stands, and what asks it. */
function ledgerOf(server = new ServerDouble()) {
  const clock = { now: NOON };
  const put = server.put.bind(server);
  server.put = (fields) => put({ created_at: new Date(clock.now).toISOString(), ...fields });
  const api = /** @type {any} */ (Object.assign(server, { now: () => clock.now }));
  const bulk = new Bulk(api);
  const loadAll = (/** @type {object} */ filter, /** @type {object} */ options) =>
    bulk.load(filter, options);
  const imports = new Imports(new Device('asha'), () => {});
  return { server, clock, bulk, ledger: /** @type {any} */ ({ api, imports, loadAll }) };
}

/** What the device keeps of the one import, as a page finds it that was just opened. */
async function kept() {
  const imports = new Imports(new Device('asha'), () => {});
  await imports.load();
  return imports.items[0];
}

beforeEach(clearEveryone);

it('knows what was written, batch by batch, and that it has ended', async () => {
  const { ledger, bulk } = ledgerOf();
  const log = await ImportLog.begin(ledger, ABOUT);
  expect(await kept()).toMatchObject({ ...ABOUT, unfinished: true, ids: [] });
  await bulk.add(batchOf('a', 'b'), { log });
  expect(await kept()).toMatchObject({ unfinished: true, ids: ['a', 'b'], total: 200 });
  await log.end();
  expect((await kept()).unfinished).toBeUndefined();
});

it('finds out what was written of a batch that was never answered', async () => {
  const { ledger, server, bulk } = ledgerOf();
  const log = await ImportLog.begin(ledger, ABOUT);
  server.state = 'deaf';
  await bulk.add(batchOf('a', 'b'), { log });
  server.state = 'up';
  const past = await settled(await kept(), ledger);
  expect(past).toMatchObject({ unfinished: true, ids: ['a', 'b'], total: 200, unsure: [] });
});

it('does not take for its own what was there before it, however that is answered', async () => {
  const { ledger, server, clock, bulk } = ledgerOf();
  server.put({ id: 'earlier', date: '2026-11-01' });
  clock.now += 60_000;
  const log = await ImportLog.begin(ledger, ABOUT);
  await bulk.add(batchOf('earlier', 'a'), { log });
  server.state = 'deaf';
  await bulk.add(batchOf('earlier', 'b'), { log });
  server.state = 'up';
  expect((await settled(await kept(), ledger)).ids).toEqual(['a', 'b']);
});

it('counts what is answered as repeated as its own where its first try was not answered', async () => {
  const { ledger, server, bulk } = ledgerOf();
  const log = await ImportLog.begin(ledger, ABOUT);
  server.state = 'deaf';
  await bulk.add(batchOf('a'), { log });
  server.state = 'up';
  await bulk.add(batchOf('a'), { log });
  await log.end();
  expect(await kept()).toMatchObject({ ids: ['a'], unsure: [] });
});

it('waits for a batch that may be on its way still, and not for ever', async () => {
  const { ledger, server, clock, bulk } = ledgerOf();
  const log = await ImportLog.begin(ledger, ABOUT);
  server.state = 'down';
  await bulk.add(batchOf('a'), { log });
  server.state = 'up';
  expect((await settled(await kept(), ledger)).unsure).toHaveLength(1);
  clock.now += 120_000;
  expect((await settled(await kept(), ledger)).unsure).toEqual([]);
});

it('goes on with one that was broken off', async () => {
  const { ledger, bulk } = ledgerOf();
  await bulk.add(batchOf('a'), { log: await ImportLog.begin(ledger, ABOUT) });
  const again = ledgerOf().ledger;
  await again.imports.load();
  const log = await ImportLog.begin(again, ABOUT);
  await bulk.add(batchOf('b'), { log });
  expect(await kept()).toMatchObject({ ids: ['a', 'b'], total: 200, unfinished: true });
});

it('leaves nothing behind where nothing was added', async () => {
  const { ledger } = ledgerOf();
  const log = await ImportLog.begin(ledger, ABOUT);
  await log.end();
  expect(await kept()).toBeUndefined();
});

describe('of two imports of one file, the first of which never reached the server', () => {
  const SECOND = { ...ABOUT, id: 'import-2' };

  /** @param {'up' | 'deaf'} state of the server while the second is sent */
  async function both(state) {
    const { ledger, server, clock, bulk } = ledgerOf();
    const first = await ImportLog.begin(ledger, ABOUT);
    server.state = 'down';
    await bulk.add(batchOf('a'), { log: first });
    clock.now += 300_000;
    const second = await ImportLog.begin(ledger, SECOND);
    server.state = state;
    await bulk.add(batchOf('a'), { log: second });
    server.state = 'up';
    const idsOf = async (/** @type {string} */ id) => {
      await ledger.imports.load();
      const past = ledger.imports.items.find((/** @type {{id: string}} */ one) => one.id === id);
      const now = await settled(past, ledger);
      await ledger.imports.keep(now);
      return now.ids;
    };
    return { ids: idsOf };
  }

  it.each(/** @type {const} */ (['up', 'deaf']))(
    'the second alone has what it wrote: %s',
    async (state) => {
      const { ids } = await both(state);
      expect([await ids(ABOUT.id), await ids(SECOND.id)]).toEqual([[], ['a']]);
    },
  );

  it('in whichever order they are looked at', async () => {
    const { ids } = await both('deaf');
    expect([await ids(SECOND.id), await ids(ABOUT.id)]).toEqual([['a'], []]);
  });

  it('also where another tab wrote the second', async () => {
    const { ledger, server, clock, bulk } = ledgerOf();
    server.state = 'down';
    await bulk.add(batchOf('a'), { log: await ImportLog.begin(ledger, ABOUT) });
    const [past] = ledger.imports.items;
    server.state = 'up';
    clock.now += 300_000;
    const other = { ...ledger, imports: new Imports(new Device('asha'), () => {}) };
    await bulk.add(batchOf('a'), { log: await ImportLog.begin(other, SECOND) });
    expect((await settled(past, ledger)).ids).toEqual([]);
  });
});
