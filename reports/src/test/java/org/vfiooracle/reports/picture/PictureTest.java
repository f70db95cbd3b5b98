// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.reports.Sample;

final class PictureTest {
    private static final Pattern TEXT = Pattern.compile("<text class=\"(.*?)\" x=\"(\\d+)\" y=\"(\\d+)\">(.*?)</text>");

    static Set<String> states() {
        return Gallery.fixtures().keySet();
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_picture_is_well_formed_and_names_the_case_and_the_platform(String state) throws Exception {
        Fixture fixture = fixture(state);

        String title = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Picture.svg(fixture).getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("title")
                .item(0)
                .getTextContent();

        assertThat(title).isEqualTo(fixture.performed().id() + " on " + fixture.platform());
    }

    /** Widths are those of a broad typeface, DejaVu Sans; others need less room. */
    @ParameterizedTest
    @MethodSource("states")
    void no_text_runs_into_another_or_over_the_edge(String state) {
        isReadable(words(Picture.svg(fixture(state))), Picture.WIDTH);
    }

    @ParameterizedTest
    @MethodSource("states")
    void no_text_runs_into_another_where_two_states_stand_side_by_side(String state) {
        Fixture fixture = fixture(state);
        PerformedOperation open = Gallery.anotherContainer().get(state);
        List<Word> words = words(new BeforeAfter(fixture.platform(), open)
                .svg(fixture.performed().id(), fixture.steps().size()));

        isReadable(words, BeforeAfter.WIDTH);
        assertThat(words).extracting(Word::text).contains("before").anyMatch(text -> text.startsWith("after"));
    }

    @Test
    void a_refused_call_is_an_arrow_in_the_state_before_it() {
        Sample sample = Gallery.shared().iommu("C1", 7);
        String picture = new BeforeAfter(PlatformId.parse("phb4-linux-6.12-4k"), sample.lastCall("phb4-linux-6.12-4k"))
                .svg(CaseId.parse("ATTACH-012"), 10);

        List<Word> words = words(picture);
        assertThat(words)
                .extracting(Word::text)
                .contains("after: nothing changed")
                .containsOnlyOnce("EINVAL");
        assertThat(words)
                .filteredOn(word -> word.text().equals("EINVAL"))
                .allMatch(word -> word.to() < BeforeAfter.WIDTH / 2.0);
        assertThat(occurrences(picture, "<path class=\"line refused\"")).isEqualTo(1);
    }

    @Test
    void a_container_keeps_its_colour_when_another_one_goes() {
        Sample sample = Sample.of("LIFECYCLE-001").open("C1").open("C2").then(new Operation.Close("C1"));
        String picture = new BeforeAfter(PlatformId.parse("phb4-linux-6.12-4k"), sample.lastCall("phb4-linux-6.12-4k"))
                .svg(CaseId.parse("LIFECYCLE-001"), 3);

        assertThat(occurrences(picture, "<rect class=\"box c0\"")).isEqualTo(1);
        assertThat(occurrences(picture, "<rect class=\"box c1\"")).isEqualTo(2);
    }

    @Test
    void the_states_before_and_after_a_call_stand_by_themselves() {
        PlatformId platform = PlatformId.parse("phb4-linux-6.12-4k");
        Sample joins = Sample.of("ATTACH-001").open("C1").join("A", "C1");
        Sample refused = Gallery.shared().iommu("C1", 7);

        assertThat(new BeforeAfter(platform, joins.lastCall(platform.toString())).halves())
                .extracting(BeforeAfter.Half::title)
                .containsExactly("before", "after");
        assertThat(new BeforeAfter(platform, refused.lastCall(platform.toString())).halves())
                .singleElement()
                .satisfies(both -> {
                    assertThat(both.title()).isEqualTo("before and after: nothing changed");
                    assertThat(occurrences(both.svg(), "<path class=\"line refused\""))
                            .isEqualTo(1);
                    assertThat(both.svg())
                            .contains(".refused{", "@media (prefers-color-scheme:dark){")
                            .doesNotContain(".title{", "ATTACH", "phb4");
                });
    }

    private static void isReadable(List<Word> words, int width) {
        assertThat(words).hasSizeGreaterThan(5);
        assertThat(words).allSatisfy(word -> {
            assertThat(word.from).as(word.text).isGreaterThanOrEqualTo(Picture.MARGIN);
            assertThat(word.to).as(word.text).isLessThanOrEqualTo(width - Picture.MARGIN);
        });
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            assertThat(words.subList(i + 1, words.size()))
                    .filteredOn(word::covers)
                    .as("on \"%s\"", word.text)
                    .isEmpty();
        }
    }

    @Test
    void a_picture_is_the_same_in_every_locale() {
        Locale before = Locale.getDefault();
        String here = Picture.svg(fixture("two-windows"));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(Picture.svg(fixture("two-windows"))).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void windows_tell_addresses_sizes_pages_levels_and_mappings() {
        assertThat(texts("two-windows"))
                .contains(
                        "window 0",
                        "0x0..0x7fffffff",
                        "2 GiB",
                        "window 1",
                        "0x800000000000000..0x80000003fffffff",
                        "1 GiB from 2^59",
                        "64 KiB pages, 2 levels, created, table locks 66 pages",
                        "2 mappings, 6 MiB",
                        "0x800000010000000",
                        "4 MiB = 0x400000",
                        "→ B1+0x400000",
                        "the process has locked 6210 pages of 4 KiB = ~24.3 MiB");
    }

    @Test
    void many_mappings_are_told_by_the_first_few() {
        assertThat(texts("many-mappings"))
                .contains("60 mappings, 480 KiB", "and 56 more")
                .filteredOn(text -> text.startsWith("→"))
                .hasSize(4);
    }

    @Test
    void a_container_of_type1_tells_its_mappings() {
        assertThat(texts("type1"))
                .contains(
                        "Type1 v2",
                        "2 mappings, 832 KiB, the vaddr of 1 invalidated",
                        "0x0",
                        "768 KiB = 0xc0000",
                        "→ B1+0x0",
                        "read, write",
                        "0xffff0000",
                        "→ B1+0xc0000",
                        "read");
        assertThat(texts("many-type1-mappings"))
                .contains("Type1", "40 mappings, 160 KiB", "and 34 more")
                .filteredOn(text -> text.startsWith("→"))
                .hasSize(6);
    }

    @Test
    void each_group_has_the_colour_of_its_container_and_a_line_to_it() {
        String picture = Picture.svg(fixture("fallback"));

        assertThat(texts("fallback")).contains("in C1", "in C2", "sPAPR TCE v1");
        assertThat(occurrences(picture, "<rect class=\"chip c0\"")).isEqualTo(1);
        assertThat(occurrences(picture, "<rect class=\"chip c1\"")).isEqualTo(1);
        assertThat(occurrences(picture, "<path class=\"line c0\"")).isEqualTo(1);
        assertThat(occurrences(picture, "<path class=\"line c1\"")).isEqualTo(1);
    }

    @Test
    void a_group_that_a_container_refused_has_an_arrow_to_it_with_the_errno() {
        assertThat(occurrences(Picture.svg(fixture("fallback")), "<path class=\"line refused\""))
                .isEqualTo(1);
        assertThat(texts("fallback")).containsOnlyOnce("EBUSY");
        assertThat(Picture.svg(fixture("shared"))).doesNotContain("line refused");
    }

    @Test
    void a_call_on_a_container_that_is_refused_at_the_end_has_an_arrow_to_the_container() {
        Fixture refused = Gallery.shared().iommu("C1", 7).fixture("phb4-linux-6.12-4k");

        assertThat(refused.steps().get(refused.steps().size() - 1).outcome().answer())
                .hasToString("EINVAL");
        assertThat(occurrences(Picture.svg(refused), "<path class=\"line refused\""))
                .isEqualTo(1);
        assertThat(Picture.looks(refused))
                .isNotEqualTo(Picture.looks(Gallery.shared().fixture("phb4-linux-6.12-4k")));
    }

    @Test
    void a_line_is_broken_while_the_container_has_no_driver() {
        assertThat(occurrences(Picture.svg(fixture("no-driver")), "<path class=\"line c0 loose\""))
                .isEqualTo(1);
    }

    @Test
    void what_is_closed_says_so() {
        assertThat(texts("closed")).contains("no open container", "the process has locked no memory");
        assertThat(texts("kept")).contains("fd closed, kept by its groups", "no container", "fd GA, 1 open device fd");
    }

    @Test
    void a_picture_loads_nothing() {
        assertThat(states()).isNotEmpty().allSatisfy(state -> assertThat(Picture.svg(fixture(state)))
                .doesNotContain("@import", "url(", "href", "<script"));
    }

    private static Fixture fixture(String state) {
        return Gallery.fixtures().get(state);
    }

    private static List<String> texts(String state) {
        return words(Picture.svg(fixture(state))).stream().map(Word::text).toList();
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static List<Word> words(String svg) {
        List<Word> words = new ArrayList<>();
        TEXT.matcher(svg).results().map(Word::of).forEach(words::add);
        return words;
    }

    /** A text and the room that it takes. */
    private record Word(String text, double from, double to, int y) {
        static Word of(MatchResult match) {
            List<String> styles = List.of(match.group(1).split(" "));
            String text =
                    match.group(4).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            double width = text.length() * advance(styles);
            int x = Integer.parseInt(match.group(2));
            boolean toX = styles.contains("end");
            return new Word(text, toX ? x - width : x, toX ? x : x + width, Integer.parseInt(match.group(3)));
        }

        private static double advance(List<String> styles) {
            return Stream.of(entry("title", 12.0), entry("head", 8.9), entry("mono", 7.3), entry("bold", 7.5))
                    .filter(entry -> styles.contains(entry.style))
                    .findFirst()
                    .orElse(entry("small", styles.contains("small") ? 6.8 : 7.4))
                    .pixels;
        }

        boolean covers(Word other) {
            return Math.abs(y - other.y) < 10 && from < other.to && other.from < to;
        }

        private static Advance entry(String style, double pixels) {
            return new Advance(style, pixels);
        }
    }

    /** The width of a character. */
    private record Advance(String style, double pixels) {}
}
