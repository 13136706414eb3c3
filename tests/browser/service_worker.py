"""What tests and benchmarks with the service worker share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def put_by(page: Page) -> None:
    """Wait until a first visit has put the release by, and controls the page."""
    page.evaluate(
        """async () => {
            const {serviceWorker} = navigator;
            if (serviceWorker.controller) return;
            await new Promise((done, fail) => {
                serviceWorker.addEventListener('controllerchange', done);
                setTimeout(() => fail(new Error('no worker has come')), 60_000);
            });
        }"""
    )


def copied(page: Page) -> None:
    """Wait until the device has its copy of the expenses."""
    page.evaluate(
        """async () => {
            const opening = indexedDB.open('expense-tracker');
            const database = await new Promise((done) => {
                opening.onsuccess = () => done(opening.result);
            });
            const asked = (request) => new Promise((done) => {
                request.onsuccess = () => done(request.result);
            });
            const isWhole = async () => {
                const kept = database.transaction('kept').objectStore('kept');
                const keys = await asked(kept.getAllKeys());
                const scope = keys.find(([, room, key]) => room === 'ledger' && key === 'scope');
                return scope && !(await asked(kept.get(scope))).partial;
            };
            for (let looks = 0; !(await isWhole()); looks += 1) {
                if (looks === 300) throw new Error('the copy does not become whole');
                await new Promise((wait) => setTimeout(wait, 200));
            }
            database.close();
        }"""
    )
