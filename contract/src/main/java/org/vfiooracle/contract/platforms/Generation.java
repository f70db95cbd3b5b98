// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.platform.Release;

/**
 * A hardware generation, as its profile describes it.
 *
 * @param name how platforms name it
 * @param title what it is
 * @param alsoCalled further names that people use for it
 * @param machine the emulated machine that has it, if there is one
 * @param inferred what of the profile only follows from its source
 * @param bigEndian byte order of its kernels
 * @param existed the releases that ran on it
 * @param pageSizes host page sizes of its kernels
 * @param modelled the series that the model covers
 * @param pins the point release that a series alone means; a series that is not pinned means its first release
 * @param hardware what the bridge can do, by modelled series
 */
record Generation(
        String name,
        String title,
        List<String> alsoCalled,
        Optional<String> machine,
        Inferred inferred,
        boolean bigEndian,
        Existence existed,
        List<String> pageSizes,
        Modelled modelled,
        Map<Release, Integer> pins,
        Map<Release, Hardware> hardware) {
    /**
     * Reads a profile.
     *
     * @param label the file, for errors
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is none
     */
    static Generation read(String text, String label) {
        return StrictYaml.decode(text, label, (tree, path) -> {
            Fields fields = Fields.of(tree, path);
            String name = fields.text("generation");
            String title = fields.text("title");
            List<String> alsoCalled = fields.has("also_called") ? fields.texts("also_called") : List.of();
            Optional<String> machine = fields.optionalText("machine");
            Inferred inferred = Inferred.take(fields);
            Existence existed = Existence.take(fields.map("existed"));
            boolean bigEndian = fields.truth("big_endian");
            List<String> pages = fields.texts("page_sizes");
            Modelled modelled = Modelled.take(fields);
            Map<Release, Integer> pins = pins(fields);
            Object hardware = fields.any("hardware");
            Map<Release, Hardware> seen = HardwareReader.read(hardware, fields.path("hardware"), modelled.series());
            fields.end();
            return new Generation(
                    name, title, alsoCalled, machine, inferred, bigEndian, existed, pages, modelled, pins, seen);
        });
    }

    /**
     * Returns the profile of a platform of this generation, with the point release that is computed.
     *
     * @throws PlatformRefused when there is none
     */
    Profile profile(PlatformId id) {
        existed.refusal(id.release()).ifPresent(reason -> {
            throw PlatformRefused.neverExisted(id, reason);
        });
        if (!pageSizes.contains(id.page())) {
            throw PlatformRefused.noSuchPage(id, pageSizes);
        }
        KernelSeries.refusal(id.release()).ifPresent(reason -> {
            throw PlatformRefused.neverExisted(id, reason);
        });
        Hardware seen = hardware.get(id.release().series());
        if (seen == null) {
            throw PlatformRefused.notModelled(id, modelled.ranges());
        }
        return new Profile(pinned(id), bigEndian, seen);
    }

    /** Returns what people ask about it. */
    GenerationFacts facts() {
        return new GenerationFacts(
                name, title, alsoCalled, machine, bigEndian, pageSizes, modelled.ranges(), modelled.series());
    }

    /** Returns {@code id} with the point release that is meant. */
    PlatformId pinned(PlatformId id) {
        Integer point = pins.get(id.release());
        return point == null ? id : new PlatformId(id.generation(), point(id.release(), point), id.page());
    }

    private static Release point(Release series, int point) {
        return Release.parse(series + "." + point);
    }

    private static Map<Release, Integer> pins(Fields fields) {
        Map<Release, Integer> pins = new TreeMap<>();
        for (Fields pin : fields.list("pins", Fields::of)) {
            pins.put(pin.parsed("release", "a kernel release such as '6.12'", Release::parse), pin.count("point"));
            pin.end();
        }
        return pins;
    }
}
