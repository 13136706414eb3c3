"""What tests with the service worker share."""

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
            await new Promise((done) => serviceWorker.addEventListener('controllerchange', done));
        }"""
    )
