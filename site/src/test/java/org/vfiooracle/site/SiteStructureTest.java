// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for all pages. */
final class SiteStructureTest {
    private static final long MOST_BYTES = 20L << 20;
    private static final long MOST_OF_A_PAGE = 200_000;
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    private final WholeSite site = WholeSite.get();

    @Test
    void every_link_leads_to_a_file_and_a_place_of_the_site() {
        Map<String, Set<String>> ids = new HashMap<>();
        site.pages().forEach((path, text) -> ids.put(path, new HashSet<>(ids(text))));
        List<String> broken = new ArrayList<>();
        int[] links = {0};
        site.pages().forEach((path, text) -> LINK.matcher(text)
                .results()
                .map(match -> match.group(1))
                .forEach(link -> {
                    links[0]++;
                    if (!leads(path, link, ids)) {
                        broken.add(path + ": " + link);
                    }
                }));

        assertThat(links[0]).isGreaterThan(50_000);
        assertThat(broken).isEmpty();
    }

    private boolean leads(String from, String link, Map<String, Set<String>> ids) {
        String[] parts = link.split("#", 2);
        Path page = Path.of(from);
        String to = parts[0].isEmpty()
                ? from
                : page.resolveSibling(parts[0]).normalize().toString();
        boolean there = Files.isRegularFile(site.folder().resolve(to));
        return there && (parts.length == 1 || ids.getOrDefault(to, Set.of()).contains(parts[1]));
    }

    @Test
    void no_id_is_twice_on_a_page() {
        assertThat(site.pages())
                .isNotEmpty()
                .allSatisfy((path, text) ->
                        assertThat(ids(text)).as(path).contains("main").doesNotHaveDuplicates());
    }

    private static List<String> ids(String text) {
        return ID.matcher(text).results().map(match -> match.group(1)).toList();
    }

    @Test
    void the_site_fits_into_20_MiB_and_no_page_is_long_to_load() throws IOException {
        long bytes = 0;
        for (Path file : WholeSite.files(site.folder())) {
            bytes += Files.size(file);
        }

        assertThat(site.written().bytes()).isEqualTo(bytes).isLessThan(MOST_BYTES);
        assertThat(site.pages())
                .allSatisfy((path, text) ->
                        assertThat((long) text.length()).as(path).isLessThan(MOST_OF_A_PAGE));
    }

    @Test
    void nothing_is_fetched_from_a_network() {
        assertThat(site.pages().values())
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("(?:href|src)=\"(?:https?:)?//"));
    }

    @Test
    void a_page_names_itself_and_says_how_it_is_called() {
        assertThat(site.pages()).allSatisfy((path, text) -> assertThat(text)
                .as(path)
                .startsWith("<!doctype html>")
                .containsPattern("<title>[^<]+ - vfio-oracle</title>")
                .containsOnlyOnce("<h1>"));
    }

    @Test
    void a_case_has_its_answers_its_pictures_and_its_operations() throws IOException {
        String page = site.pages().get("cases/ATTACH-036.html");

        assertThat(page)
                .contains("A second group joins a container with IOMMU type v2")
                .contains("spapr-attach.html#spapr.attach.no-ownership")
                .contains("before and after: nothing changed", "<p>before</p>", "<p>after</p>")
                .contains("VFIO_GROUP_SET_CONTAINER(G2 -&gt; C1)");
        assertThat(picture(page, "before and after: nothing changed")).contains("refused", "EBUSY");
    }

    private String picture(String page, String title) throws IOException {
        MatchResult found = Pattern.compile("<p>" + title + "</p><a href=\"../([^\"]+)\"")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow();
        return Files.readString(site.folder().resolve(found.group(1)));
    }

    @Test
    void platforms_that_answer_alike_share_a_cell_of_the_generations() {
        String page = site.pages().get("areas/attach.html");

        assertThat(page)
                .contains("title=\"spapr.attach.no-ownership\"")
                .containsPattern("<td class=\"ok\" colspan=\"\\d+\"");
    }

    @Test
    void an_errno_of_a_bug_is_marked() {
        assertThat(String.join("", site.pages().values())).contains("<span class=\"bug\">");
    }

    @Test
    void several_runs_of_an_implementation_show_a_trend() {
        String page = site.pages().get("conformance.html");
        int first = page.indexOf("mock-1");
        int second = page.indexOf("mock-2");

        assertThat(page).contains("mock on phb4-linux-6.12.95-4k");
        assertThat(first).isPositive().isLessThan(second);
        assertThat(page.substring(first, second)).contains("score wrong");
        assertThat(page.substring(second)).containsPattern("<b>\\+\\d+</b>");
    }

    @Test
    void each_platform_shows_what_survives_and_why() {
        assertThat(site.pages().get("strength/index.html"))
                .contains("<a href=\"phb4-linux-6.12-4k.html\">phb4-linux-6.12-4k</a>");
        assertThat(site.pages().get("strength/x86-linux-6.12-4k.html"))
                .contains("equivalent: The step behind the check only answers")
                .containsPattern("alt=\"\\d+ cases catch \\d+ of \\d+ mistakes on x86-linux-6.12-4k\"")
                .contains("<code>VFIO_GET_API_VERSION/fd.wrong-kind/swapped-with-next</code>");
    }

    @Test
    void a_real_kernel_counts_as_a_kept_run() {
        assertThat(site.pages().get("conformance.html")).contains("6.12.95 4k", "powernv9", "stand-in bridge");
    }

    @Test
    void every_program_is_in_the_matrix_of_strategies() {
        assertThat(site.pages().get("programs.html"))
                .contains("href=\"#qemu-7.2\"", "id=\"qemu-7.2\"", "VFIO_GROUP_SET_CONTAINER EBUSY");
    }

    @Test
    void a_page_can_be_read_without_a_script() {
        assertThat(site.pages().values())
                .allSatisfy(text -> assertThat(text.replaceFirst("<script src=[^>]*></script>", ""))
                        .doesNotContain("<script", "onclick"));
    }
}
