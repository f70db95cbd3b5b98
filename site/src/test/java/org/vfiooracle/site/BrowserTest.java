// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The site as a browser shows it, opened from the disk. */
final class BrowserTest {
    private static final int ARROW_DOWN = 40;
    private static final int ARROW_UP = 38;
    private static final int ENTER = 13;
    private static final int ESCAPE = 27;
    private static final String CHOSEN = "document.querySelector('[aria-selected=true] b').textContent";

    private static final WholeSite SITE = WholeSite.get();

    @TempDir
    static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        Optional<String> program = Chromium.program();
        Assumptions.assumeTrue(
                program.isPresent(), "chromium is not there: what a browser does with the site needs a browser");
        browser = Chromium.start(program.get(), folder.resolve("profile"));
        browser.window(1400, 900, "light");
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void slash_searches_arrows_choose_and_enter_opens() throws Exception {
        open("index.html");
        browser.type("/");
        browser.type("second group ebusy");
        browser.await("document.querySelectorAll('#found [role=option]').length > 3");
        String first = browser.value(CHOSEN).asText();
        browser.press("ArrowDown", ARROW_DOWN);
        String second = browser.value(CHOSEN).asText();
        browser.press("ArrowUp", ARROW_UP);

        assertThat(second).isNotEqualTo(first);
        assertThat(browser.value(CHOSEN).asText()).isEqualTo(first);
        browser.press("ArrowDown", ARROW_DOWN);
        String to = browser.value("document.querySelector('[aria-selected=true]').dataset.to")
                .asText();
        browser.press("Enter", ENTER);
        browser.await("location.href.endsWith('" + to + "') && document.readyState === 'complete'");
        assertThat(browser.value("document.querySelector('h1').textContent").asText())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATTACH-036|ATTACH-036",
                "@attach-036|ATTACH-036",
                "spapr.attach.no-ownership|spapr.attach.no-ownership",
                "vfio_group_set_container|VFIO_GROUP_SET_CONTAINER",
                "EBUSY|EBUSY",
                "bug 29|bug 29",
                "qemu-7.2|qemu-7.2"
            })
    void what_is_named_is_found_first(String searched) throws Exception {
        String[] parts = searched.split("\\|");
        open("calls/index.html");
        browser.type("/");
        browser.type(parts[0]);
        browser.await("document.querySelectorAll('#found [role=option]').length > 0");

        assertThat(browser.value(CHOSEN).asText()).isEqualTo(parts[1]);
    }

    @Test
    void a_search_that_finds_nothing_says_so_and_escape_ends_it() throws Exception {
        open("index.html");
        browser.type("/");
        browser.type("zzzz");
        browser.await("document.querySelector('#found .none') !== null");
        browser.press("Escape", ESCAPE);

        assertThat(browser.value("document.getElementById('found').hidden").asBoolean())
                .isTrue();
        assertThat(browser.value("document.activeElement.id").asText()).isNotEqualTo("search");
    }

    @Test
    void a_search_from_a_folder_leads_to_another() throws Exception {
        open("cases/ATTACH-036.html");
        browser.type("/");
        browser.type("ENOMEM");
        browser.await("document.querySelectorAll('#found [role=option]').length > 0");
        browser.press("Enter", ENTER);

        browser.await("location.href.endsWith('/answers/ENOMEM.html')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "conformance.html",
                "strength/index.html",
                "strength/phb4-linux-6.12-4k.html",
                "programs.html",
                "areas/index.html",
                "areas/attach.html",
                "cases/ATTACH-036.html",
                "cases/FALLBACK-CONTAINER-100.html",
                "calls/VFIO_GROUP_SET_CONTAINER.html",
                "answers/EBUSY.html",
                "rules/spapr-attach.html",
                "bugs/index.html",
                "bugs/kernel-fixed.html"
            })
    void a_narrow_page_scrolls_down_only(String page) throws Exception {
        browser.window(390, 800, "light");
        try {
            open(page);

            assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                    .isLessThanOrEqualTo(390);
            assertThat(browser.value("parseFloat(getComputedStyle(document.body).fontSize)")
                            .asDouble())
                    .isGreaterThanOrEqualTo(16);
        } finally {
            browser.window(1400, 900, "light");
        }
    }

    @Test
    void the_colours_are_those_that_the_user_prefers() throws Exception {
        open("cases/ATTACH-036.html");
        String light = ground();
        browser.window(1400, 900, "dark");
        String dark = ground();
        browser.window(1400, 900, "light");

        assertThat(List.of(light, dark)).containsExactly("rgb(255, 255, 255)", "rgb(13, 17, 23)");
    }

    private static String ground() throws Exception {
        return browser.value("getComputedStyle(document.body).backgroundColor").asText();
    }

    @Test
    void the_pictures_are_there_and_told_in_words() throws Exception {
        open("cases/ATTACH-036.html");
        browser.value("document.querySelectorAll('img').forEach(img => img.loading = 'eager')");
        browser.await("[...document.querySelectorAll('img')].every(img => img.complete)");

        assertThat(browser.value("document.querySelectorAll('img').length").asInt())
                .isGreaterThan(4);
        assertThat(browser.value(
                                "[...document.querySelectorAll('img')].every(img => img.naturalWidth > 0 && img.alt !== '')")
                        .asBoolean())
                .isTrue();
    }

    private static void open(String page) throws Exception {
        browser.open(SITE.folder().resolve(page));
    }
}
