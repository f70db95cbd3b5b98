// SPDX-License-Identifier: Apache-2.0
// The pages of Allure look for their data in window.reportData, as Base64 by path, once window.reportDataReady is not false.
(() => {
    const base64 = (text) => {
        let bytes = '';
        for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
        return btoa(bytes);
    };
    const unpack = async (packed) => {
        const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
        const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
        return new Response(stream).json();
    };
    const ready = (files) => {
        window.reportData = new Proxy(files, {
            get: (all, name) => (Object.hasOwn(all, name) ? base64(all[name]) : undefined),
        });
        window.reportDataReady = true;
    };
    const give_up = (error) => {
        document.getElementById('content').textContent =
            'This browser cannot unpack the report (' + error + '). It takes one of 2023 or newer, or a web server for the folder "allure".';
    };
    window.reportData = {};
    window.reportDataReady = false;
    document.addEventListener('DOMContentLoaded', () => {
        const data = document.getElementById('report-data');
        unpack(data.textContent).then(ready).catch(give_up).finally(() => data.remove());
    });
})();
